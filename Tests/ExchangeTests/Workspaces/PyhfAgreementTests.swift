// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Exchange
import Inference
import Testing

@Suite("Workspaces give what pyhf gives")
struct PyhfAgreementTests {
  private func model(_ name: String) throws -> HistFactoryModel {
    var findings = Findings()
    let source = Source(name: name, text: try PyhfTable.text(name))
    let workspace = try #require(WorkspaceReader.read(source, into: &findings))
    #expect(findings.isEmpty)
    return try HistFactoryModel(workspace)
  }

  @Test("the tables are there")
  func tablesExist() { #expect(PyhfTable.names.count >= 10) }

  @Test("-2 ln L agrees to 1e-10 wherever it is asked", arguments: PyhfTable.names)
  func likelihood(_ name: String) throws {
    let model = try model(name)
    for point in try PyhfTable.answers(name).points {
      #expect(Set(point.values.keys) == Set(model.parameters.map(\.name)))
      let values = model.parameters.map { point.values[$0.name] ?? .nan }
      let ours = model.twiceNegativeLogLikelihood(at: values)
      #expect(
        abs(ours - point.twiceNegativeLogLikelihood) <= 1e-10
          * max(1, abs(point.twiceNegativeLogLikelihood)))
    }
  }

  @Test("limits agree to 1e-4, observed and expected", arguments: PyhfTable.names)
  func limits(_ name: String) throws {
    let answers = try PyhfTable.answers(name)
    let limit = try AsymptoticTester(try model(name))
      .upperLimit(at: ConfidenceLevel(answers.level))
    #expect(abs(limit.observed / answers.observedLimit - 1) < 1e-4)
    for (ours, theirs) in zip(limit.expected, answers.expectedLimits) {
      #expect(abs(ours / theirs - 1) < 1e-4)
    }
    #expect(limit.expected.count == answers.expectedLimits.count)
  }

  @Test("p-values of signal strengths agree", arguments: PyhfTable.names)
  func tests(_ name: String) throws {
    let answers = try PyhfTable.answers(name)
    let tester = try AsymptoticTester(try model(name))
    for theirs in answers.tests {
      let ours = try tester.test(theirs.strength)
      #expect(abs(ours.ratio - theirs.cls) < 2e-4 * theirs.cls + 1e-6)
      #expect(abs(ours.both - theirs.clsb) < 2e-4 * theirs.clsb + 1e-6)
      #expect(abs(ours.background - theirs.clb) < 1e-4)
      for (band, expected) in zip(SignalTest.bands, theirs.expected) {
        #expect(abs(ours.expectedRatio(band) - expected) < 2e-4 * expected + 1e-6)
      }
    }
    // Near zero q0 is lost in pyhf's fit, so that its root and p-value are good to 1e-3 only.
    #expect(abs(try tester.discovery().value - answers.discoveryP) < 1e-3)
  }

  @Test("a workspace that is written reads back as it was", arguments: PyhfTable.names)
  func roundTrip(_ name: String) throws {
    var findings = Findings()
    let source = Source(name: name, text: try PyhfTable.text(name))
    let workspace = try #require(WorkspaceReader.read(source, into: &findings))
    let written = Source(name: "written", text: workspace.json.text(.indented))
    #expect(WorkspaceReader.read(written, into: &findings) == workspace)
    #expect(findings.isEmpty)
  }
}
