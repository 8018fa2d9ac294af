// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Exchange
import Inference
import Testing

@Suite("Speed of limits")
struct LimitSpeedTests {
  @Test("observed and expected limits of 20 nuisance parameters take less than 70 ms")
  func speed() throws {
    var findings = Findings()
    let source = Source(name: "speed", text: try PyhfTable.repositoryText("speed"))
    let workspace = try #require(WorkspaceReader.read(source, into: &findings))
    let model = try HistFactoryModel(workspace)
    #expect(model.parameters.count == 21)
    #expect(model.counts.count == 10)
    let times = try (0..<7).map { _ in
      try ContinuousClock().measure { _ = try AsymptoticTester(model).upperLimit() }
    }
    let least = try #require(times.min())
    #expect(least < .milliseconds(70))
  }
}
