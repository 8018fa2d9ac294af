// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Inference
import Numerics
import Testing

@Suite("Bayesian limit")
struct BayesianLimitTests {
  @Test("of Jeffreys' prior is a ratio of incomplete gamma functions for a known background")
  func jeffreys() throws {
    for (count, background) in [(0, 0.0), (0, 0.01), (1, 0.53), (5, 7), (40, 30)] {
      let limit = try upper(
        BayesianLimit(prior: .jeffreys), counting(Double(count), background))
      let gamma = try GammaDistribution(shape: Double(count) + 0.5)
      let ratio = gamma.upperTail(at: limit + background) / gamma.upperTail(at: background)
      #expect(abs(ratio - 0.1) < 1e-9, "\(count) \(background)")
    }
  }

  @Test("refuses an efficiency that may vanish, and takes a log-normal one instead")
  func improper() throws {
    func model(_ shape: UncertaintyShape, _ error: Double) throws -> CountingModel {
      try CountingModel(
        observed: 1, background: UncertainValue(0.5),
        efficiency: UncertainValue(1, error: error, shape: shape))
    }
    for (shape, error) in [(UncertaintyShape.gauss, 0.3), (.gamma, 0.6)] {
      let thrown = #expect(throws: InferenceError.self) {
        try upper(BayesianLimit(prior: .flat), model(shape, error))
      }
      #expect(thrown?.cause == .notApplicable)
    }
    #expect(try upper(BayesianLimit(prior: .flat), model(.logNormal, 0.6)) > 3.5)
    #expect(try upper(BayesianLimit(prior: .flat), model(.gauss, 0.1)) > 3.5)
  }
}
