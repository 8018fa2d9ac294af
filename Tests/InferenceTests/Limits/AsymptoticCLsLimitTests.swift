// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Inference
import Testing

@Suite("Asymptotic CLs")
struct AsymptoticCLsLimitTests {
  @Test("gives the peer's limit for three runs")
  func threeRuns() throws {
    let runs = [(0.0, 0.12, 0.04, 0.2), (0, 0.19, 0.07, 0.3), (1, 0.53, 0.17, 0.5)]
    let model = try CountingModel(
      bins: runs.map {
        try CountingBin(
          observed: $0.0, background: UncertainValue($0.1, error: $0.2, shape: .gamma),
          efficiency: UncertainValue($0.3))
      })
    #expect(abs(try upper(AsymptoticCLsLimit(), model) - 2.553835) < 2e-6)
  }

  @Test("takes an uncertain efficiency without any background")
  func noBackground() throws {
    let model = try CountingModel(
      observed: 3, background: UncertainValue(0),
      efficiency: UncertainValue(1, error: 0.5, shape: .logNormal))
    let limit = try upper(AsymptoticCLsLimit(), model)
    let exact = try upper(CLsLimit(), model)
    #expect(limit > 4 && limit < exact)
    #expect(try upper(LikelihoodCLsLimit(toys: 500), model) > 4)
  }

  @Test("warns with the exact limit where events are few")
  func warning() throws {
    let few = try AsymptoticCLsLimit().interval(
      for: counting(0, 0.53, error: 0.17, shape: .gamma), at: .ninety)
    #expect(
      few.warnings == [
        "the large-sample formulas do not hold: 0 events seen, 0.53 expected, at least 20 of each "
          + "wanted; the exact CLs limit is 2.302585"
      ])
    let many = try AsymptoticCLsLimit().interval(for: counting(100, 100), at: .ninety)
    #expect(many.warnings.isEmpty)
  }

  @Test("comes within 6% of the exact limit where it does not warn")
  func validity() throws {
    for background in [20.0, 30, 50, 100] {
      for excess in [-2.0, -1, 0, 1, 2] {
        let count = (background + excess * background.squareRoot()).rounded()
        let model = try counting(count, background)
        let interval = try AsymptoticCLsLimit().interval(for: model, at: .ninety)
        guard interval.warnings.isEmpty else { continue }
        #expect(abs(interval.upper / (try upper(CLsLimit(), model)) - 1) < 0.06, "\(model)")
      }
    }
  }
}
