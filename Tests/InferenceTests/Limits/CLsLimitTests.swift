// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Inference
import Testing

@Suite("CLs")
struct CLsLimitTests {
  @Test(
    "equals the Bayesian limit of a flat prior to 1e-9, whatever the background's error",
    arguments: [(0.0, 0.2), (1, 0.53), (2, 4.5), (7, 3), (30, 22.5), (95, 110)])
  func identity(_ count: Double, _ background: Double) throws {
    for relative in [0, 0.05, 0.3, 0.8] {
      for shape in UncertaintyShape.allCases {
        let model = try counting(count, background, error: relative * background, shape: shape)
        for level in [0.68, 0.9, 0.99] {
          let level = try ConfidenceLevel(level)
          let cls = try CLsLimit().interval(for: model, at: level).upper
          let bayes = try BayesianLimit(prior: .flat).interval(for: model, at: level).upper
          #expect(abs(cls / bayes - 1) < 1e-9, "\(shape) \(relative) \(level)")
        }
      }
    }
  }

  @Test("solves its own equation for a known background")
  func equation() throws {
    for (count, background) in [(3, 1.0), (10, 14), (60, 50)] {
      let limit = try upper(CLsLimit(), counting(Double(count), background))
      let ratio =
        poissonSum(upTo: count, mean: limit + background)
        / poissonSum(upTo: count, mean: background)
      #expect(abs(ratio - 0.1) < 1e-12)
    }
  }

  @Test("is -ln(0.1) over all efficiency without events, for any number of bins and errors")
  func noEvents() throws {
    let efficiencies = [0.2, 0.3, 0.1, 0.7]
    let bins = try efficiencies.enumerated().map { index, efficiency in
      try CountingBin(
        observed: 0,
        background: UncertainValue(0.3 * Double(index + 1), error: 0.1, shape: .logNormal),
        efficiency: UncertainValue(efficiency))
    }
    let model = try CountingModel(bins: bins, commonBackground: UncertainValue(1, error: 0.2))
    let expected = log(10) / efficiencies.reduce(0, +)
    #expect(abs(try upper(CLsLimit(), model) - expected) < 1e-10)
    #expect(abs(try upper(BayesianLimit(prior: .flat), model) - expected) < 1e-9)
    let notes = try CLsLimit().interval(for: model, at: .ninety).notes
    #expect(notes.contains("with no event observed the limit does not depend on background"))
  }

  @Test("does not change when a bin is cut into two of like signal to background")
  func likeBins() throws {
    for count in 0...9 {
      let whole = try counting(Double(count), 2.4)
      let parts = try CountingModel(bins: [
        CountingBin(
          observed: Double(count / 2), background: UncertainValue(0.8),
          efficiency: UncertainValue(1.0 / 3)),
        CountingBin(
          observed: Double(count - count / 2), background: UncertainValue(1.6),
          efficiency: UncertainValue(2.0 / 3)),
      ])
      #expect(abs(try upper(CLsLimit(), whole) - upper(CLsLimit(), parts)) < 1e-9)
      #expect(
        abs(
          try upper(BayesianLimit(prior: .flat), whole)
            - upper(BayesianLimit(prior: .flat), parts)) < 1e-8)
    }
  }

  @Test("sums the outcomes of three bins as a plain enumeration does")
  func enumeration() throws {
    let bins = [(1, 0.12, 0.2), (0, 0.8, 0.3), (2, 1.9, 0.5)]
    let model = try CountingModel(
      bins: bins.map {
        try CountingBin(
          observed: Double($0.0), background: UncertainValue($0.1),
          efficiency: UncertainValue($0.2))
      })
    let limit = try upper(CLsLimit(), model)
    let reference = (2.3 + 1.64 * (0.12 + 0.8 + 1.9).squareRoot()) / 1.0
    let weights = bins.map { log1p(reference * $0.2 / $0.1) }
    let observed = zip(weights, bins).reduce(0) { $0 + $1.0 * Double($1.1.0) }
    func probability(_ signal: Double) -> Double {
      func term(_ bin: Int, _ n: Int) -> Double {
        let mean = signal * bins[bin].2 + bins[bin].1
        return exp(Double(n) * log(mean) - mean - lgamma(Double(n) + 1))
      }
      var sum = 0.0
      for i in 0..<30 {
        for j in 0..<30 {
          for k in 0..<30 {
            let value = weights[0] * Double(i) + weights[1] * Double(j) + weights[2] * Double(k)
            if value < observed + 1e-2 { sum += term(0, i) * term(1, j) * term(2, k) }
          }
        }
      }
      return sum
    }
    #expect(abs(probability(limit) / probability(0) - 0.1) < 1e-9)
  }

  @Test("takes an error that two bins share as harder than two errors of their own")
  func correlation() throws {
    func bin(_ error: Double) throws -> CountingBin {
      try CountingBin(observed: 6, background: UncertainValue(5, error: error, shape: .logNormal))
    }
    let shared = try CountingModel(
      bins: [bin(0), bin(0)],
      commonBackground: UncertainValue(1, error: 0.3, shape: .logNormal))
    let own = try CountingModel(bins: [bin(1.5), bin(1.5)])
    let none = try CountingModel(bins: [bin(0), bin(0)])
    let limits = try [none, own, shared].map { try upper(CLsLimit(), $0) }
    #expect(limits[0] < limits[1] && limits[1] < limits[2])
    // A shared error of like bins is the error of their sum.
    let sum = try CountingModel(
      observed: 12, background: UncertainValue(10, error: 3, shape: .logNormal),
      efficiency: UncertainValue(2))
    #expect(abs(limits[2] - (try upper(CLsLimit(), sum))) < 1e-8)
  }

  @Test("treats a shared error of the efficiency like that of a single bin")
  func commonEfficiency() throws {
    let error = try UncertainValue(1, error: 0.2, shape: .gamma)
    let own = try CountingModel(
      observed: 3, background: UncertainValue(1), efficiency: error)
    let common = try CountingModel(
      bins: [CountingBin(observed: 3, background: UncertainValue(1))], commonEfficiency: error)
    #expect(abs(try upper(CLsLimit(), own) - upper(CLsLimit(), common)) < 1e-10)
  }

  @Test("stays exact for a thousand events and refuses what cannot be summed")
  func large() throws {
    let limit = try upper(CLsLimit(), counting(1000, 1000))
    // Near the normal limit 1.645 sqrt(1000) = 52.0, above it for the skewness of a count.
    #expect(limit > 52 && limit < 56)
    let bin = try CountingBin(observed: 30_000, background: UncertainValue(30_000))
    let other = try CountingBin(observed: 30_000, background: UncertainValue(45_000))
    let error = #expect(throws: InferenceError.self) {
      try upper(CLsLimit(), CountingModel(bins: [bin, other, bin]))
    }
    #expect(error?.cause == .tooLarge)
    #expect(error?.suggestion.contains("cls-asymptotic") == true)
  }

  @Test("goes on where tables of all counts end, and still equals the Bayesian limit")
  func manyEvents() throws {
    let last = try upper(CLsLimit(), counting(4999, 5000, error: 100))
    let first = try upper(CLsLimit(), counting(5000, 5000, error: 100))
    #expect(first > last && first < last + 1)
    for shape in UncertaintyShape.allCases {
      let model = try counting(20_000, 19_900, error: 300, shape: shape)
      let flat = try upper(BayesianLimit(prior: .flat), model)
      #expect(abs(try upper(CLsLimit(), model) / flat - 1) < 1e-7, "\(shape)")
    }
  }

  @Test("a million events are within reach")
  func million() throws {
    let model = try counting(1e6, 1e6, error: 1e4)
    // 1.64 standard deviations of background and count, and what CLs adds without an excess.
    #expect(abs(try upper(CLsLimit(), model) / 16_531.19 - 1) < 1e-5)
  }

  @Test("many bins of like purity and many events are one bin")
  func manyBins() throws {
    let bins = try (0..<4).map { _ in
      try CountingBin(
        observed: 1510, background: UncertainValue(1500), efficiency: UncertainValue(0.25))
    }
    let combined = try upper(CLsLimit(), CountingModel(bins: bins))
    #expect(abs(combined / (try upper(CLsLimit(), counting(6040, 6000))) - 1) < 1e-9)
  }
}
