// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Commands
import Foundation
import Testing

@Suite("Showers")
struct ShowerCommandTests {
  @Test("shower answers as recorded", arguments: Transcript.exchanges(in: "showers"))
  func transcript(_ exchange: Transcript) {
    #expect(exchange.actual(from: .lacuna, data: Checkout.data) == exchange.answer)
  }

  private func document(_ more: String...) throws -> [String: Any] {
    try Program.lacuna.document(
      ["shower", "--material", "lead", "--energy", "5GeV", "--events", "30"] + more)
  }

  @Test("the document has the shape that programs rely on")
  func shape() throws {
    let document = try document("--depth", "40X0", "--particle", "e-", "--cut", "1MeV")
    #expect(document["events"] as? Int == 30)
    let slabs = try #require(document["longitudinal"] as? [[String: Double]])
    #expect(slabs.count == 40)
    #expect(abs((slabs[0]["depth_x0"] ?? 0) - 0.5) < 1e-9)
    let sum = slabs.reduce(0) { $0 + ($1["mean_gev"] ?? 0) }
    #expect(sum > 4.9 && sum < 5)
    let tracks = try #require(document["track_length"] as? [String: [[String: Any]]])
    #expect(tracks.keys.sorted() == ["e+", "e-", "gamma"])
    let bins = try #require(tracks["gamma"])
    #expect(abs((bins[0]["low_gev"] as? Double ?? 0) - 0.01) < 1e-12)
    #expect(abs((bins.last?["high_gev"] as? Double ?? 0) - 5) < 1e-12)
    #expect(bins[0]["dl_de_x0_per_gev"] is Double && bins[0]["error"] is Double)
    #expect((document["cpu_seconds_per_event"] as? Double ?? 0) > 0)
  }

  @Test("the number of threads changes nothing but the time")
  func threads() throws {
    var one = try document("--threads", "1")
    var two = try document("--threads", "2")
    one["cpu_seconds_per_event"] = nil
    two["cpu_seconds_per_event"] = nil
    #expect(NSDictionary(dictionary: one) == NSDictionary(dictionary: two))
  }

  @Test("files are written as asked for")
  func files() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "lacuna-shower-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try document("--out", folder.path)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names == ["longitudinal.csv", "shower.json", "track_length.csv"])
    let text = try String(
      contentsOf: folder.appending(path: "longitudinal.csv"), encoding: .utf8)
    #expect(
      text.hasPrefix("# e- of 5.0 GeV in lead, 40.0 X0 deep, cut 0.001 GeV, 30 events, seed 1\n"))
    #expect(text.split(separator: "\n").count == 42)
  }
}
