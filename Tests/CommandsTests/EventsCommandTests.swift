// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Commands
import Foundation
import Testing

@Suite("Events")
struct EventsCommandTests {
  @Test("events answers as recorded", arguments: Transcript.exchanges(in: "events"))
  func transcript(_ exchange: Transcript) {
    #expect(exchange.actual(from: .lacuna, data: Checkout.data) == exchange.answer)
  }

  private static let brems = [
    "events", "--energy", "100GeV", "--mass", "16.7MeV", "--epsilon", "1e-3", "--decay", "e+e-",
  ]

  /// A folder of its own, gone after the work.
  private func withFolder(_ work: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try work(folder)
  }

  @Test("the document has the keys that scripts rely on")
  func shape() throws {
    let document = try Program.lacuna.document(Self.brems + ["--events", "2000"])
    #expect(document["process"] as? String == "brems")
    #expect(document["events"] as? Int == 2000)
    #expect(document["branching_ratio"] as? Double == 1)
    #expect(abs((document["ctau_mm"] as? Double ?? 0) / 0.004_857_67 - 1) < 1e-5)
    let sigma = try #require(document["sigma_pb"] as? Double)
    #expect(document["production_sigma_pb"] as? Double == sigma)
    let x = try #require(document["mean_x"] as? Double)
    let error = try #require(document["mean_x_error"] as? Double)
    #expect(abs(x - 0.870) < 4 * error && error < 0.006)
    #expect(try #require(document["worst_imbalance"] as? Double) < 1e-12)
    let weights = try #require(document["weights"] as? [[String: Any]])
    #expect(weights.count == 1 && weights[0]["mean"] as? Double == 1)
    for (key, low, high, density) in [
      ("x_histogram", "x_low", "x_high", "dsigma_dx_pb"),
      ("theta_histogram", "theta_low_rad", "theta_high_rad", "dsigma_dtheta_pb"),
    ] {
      let bins = try #require(document[key] as? [[String: Double]])
      let sum = bins.reduce(0) {
        $0 + ($1[density] ?? 0) * (($1[high] ?? 0) - ($1[low] ?? 0))
      }
      #expect(abs(sum / sigma - 1) < 2e-3, "\(key)")
    }
  }

  @Test("histograms of events follow the spectrum that xsec gives")
  func spectrum() throws {
    let document = try Program.lacuna.document(Self.brems.dropLast(2) + ["--events", "20000"])
    let bins = try #require(document["x_histogram"] as? [[String: Double]])
    let expected = try Program.lacuna.document([
      "xsec", "--energy", "100GeV", "--mass", "16.7MeV", "--epsilon", "1e-3", "--x-min", "0.5",
      "--x-max", "0.8",
    ])
    let point = try #require((expected["points"] as? [[String: Any]])?.first)
    let sigma = try #require(point["sigma_pb"] as? Double)
    var (sum, variance) = (0.0, 0.0)
    for bin in bins {
      let (low, high) = (bin["x_low"] ?? 0, bin["x_high"] ?? 0)
      guard low > 0.499, high < 0.801 else { continue }
      sum += (bin["dsigma_dx_pb"] ?? 0) * (high - low)
      variance += pow((bin["error"] ?? 0) * (high - low), 2)
    }
    #expect(abs(sum - sigma) < 4 * variance.squareRoot())
  }

  @Test(
    "any number of threads writes the same bytes, and says the same",
    arguments: ["hepmc3", "lhe", "h5"])
  func threads(_ ending: String) throws {
    try withFolder { folder in
      var files: [Data] = []
      var outputs: [String] = []
      for threads in ["1", "3"] {
        let path = folder.appending(path: "\(threads).\(ending)")
        let performance = Program.lacuna.performWithData(
          Self.brems + ["--events", "1500", "--threads", threads, "--out", path.path(), "--json"])
        #expect(performance.status == .done, "\(performance.error)")
        files.append(try Data(contentsOf: path))
        outputs.append(performance.output.replacing(path.path(), with: "FILE"))
      }
      #expect(files[0] == files[1] && files[0].count > 1000)
      #expect(outputs[0] == outputs[1])
    }
  }

  @Test("a file that exists is refused before any work, and replaced with --force")
  func overwriting() throws {
    try withFolder { folder in
      let path = folder.appending(path: "events.hepmc3").path()
      try Data("mine".utf8).write(to: URL(filePath: path))
      let words = Self.brems + ["--events", "10", "--out", path]
      let refused = Program.lacuna.performWithData(words)
      #expect(refused.status == .misused)
      #expect(
        refused.error == "lacuna: error: cannot write '\(path)' (it exists already) choose another "
          + "name, or allow it to be overwritten with --force\n")
      #expect(try String(contentsOf: URL(filePath: path), encoding: .utf8) == "mine")
      #expect(Program.lacuna.performWithData(words + ["--force"]).status == .done)
    }
  }

  @Test("show sums up what events wrote", arguments: ["hepmc3", "h5"])
  func showing(_ ending: String) throws {
    try withFolder { folder in
      let path = folder.appending(path: "a.\(ending)").path()
      let words = Self.brems + ["--events", "300", "--out", path, "--decay-volume", "10mm..1m"]
      let made = try Program.lacuna.document(words)
      let shown = try Program.lacuna.document(["show", path])
      #expect(shown["events"] as? Int == 300)
      #expect(shown["sigma_pb"] as? Double == made["sigma_pb"] as? Double)
      #expect((shown["tools"] as? [String])?.first?.hasPrefix("lacuna ") == true)
      #expect(try #require(shown["worst_imbalance"] as? Double) < 1e-12)
      let weights = try #require(shown["weights"] as? [[String: Any]])
      let sum = try #require(weights.first?["sum"] as? Double)
      let mean = try #require((made["weights"] as? [[String: Any]])?.first?["mean"] as? Double)
      #expect(abs(sum / 300 / mean - 1) < 1e-12)
      #expect((shown["header"] as? [String: String])?["decay_volume_mm"] == "10.0 1000.0")
      let ids = (shown["particles"] as? [[String: Int]])?.compactMap { $0["id"] }
      #expect(ids == [-11, 11, 55, 1_000_822_070])
    }
  }

  @Test("a file that was cut is refused by name and line, and nothing is printed")
  func truncated() throws {
    try withFolder { folder in
      let whole = folder.appending(path: "whole.hepmc3")
      let cut = folder.appending(path: "cut.hepmc3")
      _ = Program.lacuna.performWithData(Self.brems + ["--events", "20", "--out", whole.path()])
      let text = try String(contentsOf: whole, encoding: .utf8)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).prefix(100)
      try lines.joined(separator: "\n").write(to: cut, atomically: true, encoding: .utf8)
      let performance = Program.lacuna.performWithData(["show", cut.path()])
      #expect(performance.status == .misused)
      #expect(performance.output.isEmpty)
      #expect(
        performance.error.hasPrefix("lacuna: error: cannot read '\(cut.path())', line 9"),
        "\(performance.error)")
      #expect(
        performance.error.hasSuffix(
          "(the file ends before its last line, so it was cut) check that it is the file you mean "
            + "and that it is whole\n"))
    }
  }
}
