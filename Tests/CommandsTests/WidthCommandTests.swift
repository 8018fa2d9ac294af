// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Commands
import Foundation
import Testing

@Suite("Widths")
struct WidthCommandTests {
  @Test("width answers as recorded", arguments: Transcript.exchanges(in: "widths"))
  func transcript(_ exchange: Transcript) {
    #expect(exchange.actual(from: .lacuna, data: Checkout.data) == exchange.answer)
  }

  private static let references = (try? Checkout.rows("Data/validation/widths.csv")) ?? []

  @Test("every reference width comes out of a command line", arguments: references)
  func reference(_ row: [String: String]) throws {
    let document = try Program.lacuna.document(try Self.words(for: row))
    let point = try #require((document["points"] as? [[String: Any]])?.first)
    let found = try #require(Self.value(row, in: point))
    let expected = try #require(row["expected"].flatMap(Double.init))
    let tolerance = try #require(row["tolerance"].flatMap(Double.init))
    #expect(abs(found - expected) <= tolerance)
  }

  @Test("there are reference widths")
  func completeness() { #expect(Self.references.count >= 10) }

  private static func value(_ row: [String: String], in point: [String: Any]) -> Double? {
    let channels = point["channels"] as? [String: [String: Any]] ?? [:]
    let quantity = row["quantity"] ?? ""
    return switch row["channel"] ?? "" {
    case "total": point[quantity] as? Double
    case "dark":
      channels.first { $0.key.hasPrefix("chi") || $0.key.hasPrefix("phi") }?.value[quantity]
        as? Double
    case let name: channels[name]?[quantity] as? Double
    }
  }

  private static func words(for row: [String: String]) throws -> [String] {
    let model = try #require(row["model"])
    let coupling = try #require(row["coupling"])
    var words = ["width", "--mass", "\(row["mass_gev"] ?? "")GeV", "--model"]
    switch model {
    case "dark-photon": words += [model, "--epsilon", coupling]
    case "alp-photon": words += [model, "--g", coupling + "/GeV"]
    case "muon-scalar", "muon-pseudoscalar":
      words += [
        String(model.dropFirst(5)), "--coupling", coupling, "--set", "leptons.electron=0",
        "--set", "leptons.tau=0",
      ]
    default: words += [model, "--coupling", coupling]
    }
    guard let matter = row["matter"], matter != "-" else { return words }
    let light = row["mass_1_gev"].flatMap(Double.init) ?? 0
    let heavy = row["mass_2_gev"].flatMap(Double.init) ?? 0
    words += [
      "--set", "dark-matter.kind=\(matter)", "--set", "dark-matter.mass=\(light) GeV",
      "--set", "dark-matter.alpha-d=0.1",
    ]
    return heavy > 0 ? words + ["--set", "dark-matter.splitting=\(heavy / light - 1)"] : words
  }

  @Test("the document has the keys that scripts rely on")
  func shape() throws {
    let document = try Program.lacuna.document([
      "width", "--model", "dark-photon", "--mass", "50MeV,300MeV", "--epsilon", "1e-3",
    ])
    #expect(document["model"] as? String == "dark-photon")
    #expect(document["epsilon"] as? Double == 1e-3)
    let points = try #require(document["points"] as? [[String: Any]])
    #expect(points.map { $0["mass_gev"] as? Double } == [0.05, 0.3])
    for point in points {
      #expect(
        Set(point.keys) == ["mass_gev", "width_gev", "ctau_mm", "lifetime_s", "channels", "notes"])
      let channels = try #require(point["channels"] as? [String: [String: Any]])
      let ratios = channels.values.compactMap { $0["branching_ratio"] as? Double }
      #expect(ratios.count == channels.count)
      #expect(abs(ratios.reduce(0, +) - 1) < 1e-12)
      let muons = try #require(channels["mu+ mu-"]?["width_gev"] as? Double)
      #expect((muons > 0) == (point["mass_gev"] as? Double == 0.3))
    }
  }

  @Test("--out writes a table and a document whole, and overwrites only with --force")
  func files() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let words = [
      "width", "--model", "axial", "--mass", "1MeV,2MeV", "--coupling", "1", "--out",
      folder.path(), "--json",
    ]
    let first = Program.lacuna.performWithData(words)
    #expect(first.status == .done)
    let read = { (name: String) in
      try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
    #expect(try read("width.json") == first.output)
    let lines = try read("width.csv").split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines[0] == "# model: axial, g: 1.0")
    #expect(lines[1].hasPrefix("mass_gev,width_gev,lifetime_s,ctau_mm,width_gev e+ e-,"))
    #expect(lines[2] == "0.001,0.0,,,0.0,0.0,0.0,,,")
    let second = Program.lacuna.performWithData(words)
    #expect(second.status == .misused)
    #expect(
      second.error.hasSuffix(
        "(it exists already) choose another name, or allow it to be overwritten with --force\n"))
    #expect(Program.lacuna.performWithData(words + ["--force"]).status == .done)
  }
}
