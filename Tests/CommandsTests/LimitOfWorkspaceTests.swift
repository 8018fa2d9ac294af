// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Commands
import Foundation
import Testing

@Suite("Limits of workspaces")
struct LimitOfWorkspaceTests {
  private static let example =
    (try? Checkout.text("Examples/workspace.json")) ?? ""

  @Test("the document names method, level, measurement and sizes, and orders its bands")
  func document() throws {
    let document = try Self.answer(Self.example, "--expected")
    #expect(document["method"] as? String == "cls-asymptotic")
    #expect(document["cl"] as? Double == 0.9)
    #expect(document["measurement"] as? String == "search")
    #expect(document["channels"] as? Int == 2)
    #expect(document["bins"] as? Int == 5)
    #expect(document["parameters"] as? Int == 10)
    let expected = try #require(document["expected"] as? [String: Double])
    let ordered = ["low_95", "low_68", "median", "high_68", "high_95"].compactMap { expected[$0] }
    #expect(ordered.count == 5)
    #expect(ordered == ordered.sorted())
  }

  @Test("the limit is that of pyhf, observed and expected, and so is the p-value")
  func agreement() throws {
    // pyhf 0.7.6, toms748_scan with rtol 1e-7 and the scipy optimiser at a tolerance of 1e-12.
    let document = try Self.answer(Self.example, "--expected")
    let upper = try #require(document["upper"] as? Double)
    #expect(abs(upper / 0.8261710726 - 1) < 1e-4)
    let expected = try #require(document["expected"] as? [String: Double])
    let keys = ["low_95", "low_68", "median", "high_68", "high_95"]
    for (key, value) in zip(
      keys, [0.3969565537, 0.5501341788, 0.8034772576, 1.1983679134, 1.7348958590])
    {
      #expect(abs((expected[key] ?? 0) / value - 1) < 1e-4)
    }
    let odd = try Self.answer(Self.example, "--p-value")
    #expect(abs((odd["p_discovery"] as? Double ?? 0) - 0.4753097062) < 1e-3)
  }

  @Test("few events are told with their number, many are not")
  func fewEvents() throws {
    let few = Self.example.replacing("[29.0, 20.0, 15.0]", with: "[2.0, 1.0, 0.0]")
    let warnings = try #require(try Self.answer(few)["warnings"] as? [String])
    #expect(warnings.count == 1)
    #expect(warnings[0].hasPrefix("the large-sample formulas do not hold: 3 events seen, "))
    #expect((try Self.answer(Self.example)["warnings"] as? [String])?.isEmpty == true)
  }

  @Test(
    "what is wrong with a workspace is told with line, column and caret",
    arguments: [
      (
        "\"normsys\"", "\"normsyss\"",
        """
        w.json:11:44: error: unknown modifier type 'normsyss' (there are histosys, lumi, \
        normfactor, normsys, shapefactor, shapesys, staterror)
           11 |             {"name": "efficiency", "type": "normsyss", "data": {"lo": 0.92, "hi": 1.08}}
              |                                            ^~~~~~~~~~
              = did you mean 'normsys'?
        lacuna: error: the workspace cannot be used (it has an error)

        """
      ),
      (
        "[1.6, 1.4, 1.1]", "[1.6, 1.4]",
        """
        w.json:20:65: error: 2 bins in modifier 'statistics' (sample 'beam' has 3)
           20 |             {"name": "statistics", "type": "staterror", "data": [1.6, 1.4]}
              |                                                                 ^~~~~~~~~~
        lacuna: error: the workspace cannot be used (it has an error)

        """
      ),
      (
        "\"poi\": \"mu\"", "\"poi\": ",
        """
        w.json:50:42: error: '' is not a text ('poi' takes one in double quotes)
           50 |     {"name": "search", "config": {"poi": , "parameters": []}}
              |                                          ^
        lacuna: error: the workspace cannot be used (it has an error)

        """
      ),
    ])
  func findings(_ text: String, _ replacement: String, _ told: String) throws {
    let broken = Self.example.replacing(text, with: replacement, maxReplacements: 1)
    #expect(broken != Self.example)
    try Self.withFile(broken) { path in
      let performance = Program.lacuna.perform(["limit", "--workspace", path])
      #expect(performance.status == .misused)
      #expect(performance.output.isEmpty)
      #expect(performance.error.replacing(path, with: "w.json") == told)
      let document = Program.lacuna.perform(["limit", "--workspace", path, "--json"])
      #expect(document.status == .misused)
      #expect(document.output.contains("\"line\": "))
    }
  }

  @Test("a measurement without a signal strength, or with a fixed one, is refused")
  func noSignal() throws {
    for (setting, reason) in [
      ("\"poi\": \"\", \"parameters\": []", "no signal strength"),
      (
        "\"poi\": \"mu\", \"parameters\": [{\"name\": \"mu\", \"fixed\": true}]",
        "the signal strength cannot be above zero"
      ),
    ] {
      let text = Self.example.replacing("\"poi\": \"mu\", \"parameters\": []", with: setting)
      try Self.withFile(text) { path in
        let performance = Program.lacuna.perform(["limit", "--workspace", path])
        #expect(performance.status == .misused)
        #expect(performance.error.contains("lacuna: error: \(reason) ("))
      }
    }
  }

  private static func answer(_ workspace: String, _ words: String...) throws -> [String: Any] {
    var document: [String: Any] = [:]
    try withFile(workspace) { path in
      document = try Program.lacuna.document(["limit", "--workspace", path] + words)
    }
    return document
  }

  private static func withFile(_ text: String, _ use: (String) throws -> Void) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try text.write(to: file, atomically: true, encoding: .utf8)
    try use(file.path())
  }
}
