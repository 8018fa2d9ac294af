// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Commands
import Foundation
import Testing

@Suite("Showers on the command line")
struct ShowerCommandTests {
  @Test("shower answers as recorded", arguments: Transcript.exchanges(in: "showers"))
  func transcript(_ exchange: Transcript) {
    #expect(exchange.actual(from: .lacuna, data: Checkout.data) == exchange.answer)
  }

  @Test("the document has the keys that scripts rely on")
  func shape() throws {
    let document = try Program.lacuna.document([
      "shower", "--material", "lead", "--depth", "40X0", "--energy", "2GeV", "--particle", "e-",
      "--cut", "1MeV", "--events", "30",
    ])
    #expect(document["events"] as? Int == 30)
    let slabs = try #require(document["longitudinal"] as? [[String: Double]])
    #expect(slabs.map { $0["depth_x0"] } == (0..<40).map { Double($0) + 0.5 })
    for slab in slabs {
      #expect(
        Set(slab.keys) == ["depth_x0", "thickness_x0", "mean_gev", "rms_gev", "error_gev"])
    }
    let lengths = try #require(document["track_length"] as? [String: [[String: Double]]])
    #expect(Set(lengths.keys) == ["e-", "e+", "gamma"])
    for bins in lengths.values {
      #expect(bins.first?["low_gev"] == 0.01)
      #expect(bins.last?["high_gev"] == 2)
      // 10 MeV to 2 GeV are 18.4 eighths of a decade.
      #expect(bins.count == 19)
      for (bin, next) in zip(bins, bins.dropFirst()) {
        #expect(Set(bin.keys) == ["low_gev", "high_gev", "dl_de_x0_per_gev", "error"])
        #expect(bin["high_gev"] == next["low_gev"])
      }
    }
    let ratio = try #require(lengths["e-"]?[0]["high_gev"]) / 0.01
    #expect(abs(ratio - pow(10, 0.125)) < 1e-12)
    let seconds = try #require(document["cpu_seconds_per_event"] as? Double)
    #expect(seconds > 0 && seconds < 1)
  }

  @Test("the books balance: deposit and leakage are the beam energy, and slabs the deposit")
  func balance() throws {
    for particle in ["e-", "e+", "gamma"] {
      let document = try Program.lacuna.document([
        "shower", "--material", "PbWO4", "--depth", "8.3X0", "--width", "10X0", "--energy", "1GeV",
        "--particle", particle, "--events", "20",
      ])
      let deposit = try #require((document["deposit"] as? [String: Double])?["mean_gev"])
      let leakage = try #require(document["leakage"] as? [String: [String: Double]])
      #expect(Set(leakage.keys) == ["front", "back", "side"])
      let out = leakage.values.reduce(0) { $0 + ($1["mean_gev"] ?? .nan) }
      // A positron of the beam brings two electron masses, and each that leaves takes two along.
      let pair = 1.022e-3
      #expect(deposit + out < 1 + (particle == "e+" ? pair : 0) + 1e-9)
      #expect(deposit + out > 1 - 5 * pair)
      let slabs = try #require(document["longitudinal"] as? [[String: Double]])
      #expect(slabs.count == 9)
      #expect(abs((slabs[8]["thickness_x0"] ?? 0) - 0.3) < 1e-9)
      let sum = slabs.reduce(0) { $0 + ($1["mean_gev"] ?? .nan) }
      #expect(abs(sum / deposit - 1) < 1e-12)
      #expect((document["largest_energy_imbalance"] as? Double ?? 1) < 1e-9)
    }
  }

  @Test("path lengths above an energy are the sums of their bins, and radii hold their shares")
  func consistency() throws {
    let document = try Program.lacuna.document([
      "shower", "--energy", "5GeV", "--events", "30",
    ])
    let lengths = try #require(document["track_length"] as? [String: [[String: Double]]])
    let paths = try #require(document["path_length"] as? [[String: Any]])
    #expect(paths.map { $0["above_gev"] as? Double } == [0.01, 1])
    for path in paths {
      let above = try #require(path["above_gev"] as? Double)
      for species in ["e-", "e+", "gamma"] {
        let sum = (lengths[species] ?? []).reduce(0.0) { sum, bin in
          let (low, high) = (bin["low_gev"] ?? 0, bin["high_gev"] ?? 0)
          return low < above * (1 - 1e-9)
            ? sum : sum + (bin["dl_de_x0_per_gev"] ?? 0) * (high - low)
        }
        let found = try #require((path[species] as? [String: Double])?["length_x0"])
        #expect(abs(found / sum - 1) < 1e-9)
      }
    }
    let radial = try #require(document["radial"] as? [[String: Double]])
    let contained = try #require(document["containment"] as? [[String: Double]])
    #expect(contained.map { $0["fraction"] } == [0.5, 0.9, 0.95])
    for entry in contained {
      let radius = try #require(entry["radius_mm"])
      let share = try #require(entry["fraction"])
      let below = radial.last { ($0["radius_mm"] ?? 0) <= radius }?["fraction"] ?? 0
      let above = radial.first { ($0["radius_mm"] ?? 0) > radius }?["fraction"] ?? 1
      #expect(below <= share && share <= above)
    }
  }

  @Test("any number of threads gives the same bytes, in text, in documents and by shower")
  func threads() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let runs = try ["1", "4"].map { threads in
      let words = [
        "shower", "--energy", "20GeV", "--depth", "30X0", "--events", "53", "--threads", threads,
      ]
      let text = Program.lacuna.performWithData(words + ["--quiet"])
      let file = folder.appending(path: "\(threads).h5")
      var document = try Program.lacuna.document(words + ["--per-event", file.path()])
      document["cpu_seconds_per_event"] = nil
      return (text.output, document as NSDictionary, try Data(contentsOf: file))
    }
    #expect(runs[0].0 == runs[1].0 && runs[0].0.count > 1000)
    #expect(runs[0].1 == runs[1].1)
    #expect(runs[0].2 == runs[1].2)
  }

  @Test("a seed makes a run, another another")
  func seeds() {
    let words = ["shower", "--energy", "1GeV", "--events", "5", "--quiet"]
    let first = Program.lacuna.performWithData(words).output
    #expect(Program.lacuna.performWithData(words + ["--seed", "1"]).output == first)
    #expect(Program.lacuna.performWithData(words + ["--seed", "2"]).output != first)
  }

  @Test("--out writes tables, the document and the record, and refuses before it simulates")
  func files() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let words = ["shower", "--energy", "1GeV", "--events", "5", "--out", folder.path(), "--json"]
    let first = Program.lacuna.performWithData(words)
    #expect(first.status == .done)
    let read = { (name: String) in
      try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
    #expect(try read("shower.json") == first.output)
    let profile = try read("longitudinal.csv").split(separator: "\n")
    #expect(profile.count == 42)
    #expect(profile[0] == "# e- of 1 GeV (kinetic) into 40 X0 of lead, cut 1 MeV: 5 showers")
    #expect(profile[1] == "depth_x0,low_x0,high_x0,mean_gev,rms_gev,error_gev")
    #expect(profile[2].hasPrefix("0.5,0.0,1.0,0.0"))
    #expect(try read("radial.csv").split(separator: "\n").count == 43)
    let lengths = try read("track-length.csv").split(separator: "\n")
    #expect(lengths[1] == "species,low_gev,high_gev,dl_de_x0_per_gev,error")
    #expect(lengths.count == 2 + 3 * 16)
    #expect(try read("run.json").contains("\"card_sha256\""))
    let endless = words.map { $0 == "5" ? "1000000000000" : $0 }
    let second = Program.lacuna.performWithData(endless)
    #expect(second.status == .misused)
    #expect(second.error.hasSuffix("allow it to be overwritten with --force\n"))
    #expect(Program.lacuna.performWithData(words + ["--force"]).status == .done)
  }

  @Test("showers agree with those of the reference")
  func reference() throws {
    let document = try Program.lacuna.document([
      "shower", "--energy", "100GeV", "--events", "60",
    ])
    let maximum = try #require(document["maximum_x0"] as? Double)
    #expect(abs(maximum - 8.85) < 0.4)
    let paths = try #require(document["path_length"] as? [[String: Any]])
    let length = try #require((paths[0]["e-"] as? [String: Double])?["length_x0"])
    #expect(abs(length / 1505 - 1) < 0.02)
  }
}
