// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Numerics
import Testing

/// Reference digits from mpmath 1.3 at 40 digits.
@Suite("Distributions")
struct DistributionTests {
  @Test("normal tails are good to 1e-12 of themselves, down to 37 standard deviations")
  func normalTails() {
    let normal = NormalDistribution()
    let references = [
      (3, 0.0013498980316300945267), (5, 2.8665157187919391167e-7),
      (8, 6.2209605742717841235e-16), (37.047096299361199237, 1e-300),
    ]
    for (z, tail) in references {
      #expect(isNear(normal.upperTail(at: z), tail, relative: 1e-12))
      #expect(isNear(normal.cumulative(at: -z), tail, relative: 1e-12))
    }
    #expect(isNear(normal.logUpperTail(at: 100), -5005.5242086942050886, relative: 1e-14))
    #expect(isNear(normal.logUpperTail(at: 3), log(references[0].1), relative: 1e-14))
    #expect(isNear(normal.logUpperTail(at: -3), log(1 - references[0].1), relative: 1e-12))
  }

  @Test("normal quantiles are good to 1e-14: 1.645 for 5 %, 37.05 for 1e-300")
  func normalQuantiles() throws {
    let normal = NormalDistribution()
    #expect(isNear(try normal.upperQuantile(0.05), 1.6448536269514727149, relative: 1e-14))
    #expect(isNear(try normal.quantile(0.05), -1.6448536269514727149, relative: 1e-14))
    #expect(isNear(try normal.upperQuantile(1e-300), 37.047096299361199237, relative: 1e-14))
    #expect(try normal.quantile(0) == -.infinity)
    let other = try NormalDistribution(mean: 10, deviation: 2)
    #expect(isNear(try other.quantile(0.95), 10 + 2 * 1.6448536269514727149, relative: 1e-14))
  }

  @Test("chi-square has the quantiles of the tables and far tails, to 1e-12")
  func chiSquare() throws {
    let one = try ChiSquareDistribution(degreesOfFreedom: 1)
    #expect(isNear(try one.upperQuantile(0.1), 2.7055434540954145671, relative: 1e-13))
    let ten = try ChiSquareDistribution(degreesOfFreedom: 10)
    #expect(isNear(try ten.quantile(0.95), 18.307038053275146872, relative: 1e-13))
    let three = try ChiSquareDistribution(degreesOfFreedom: 3)
    #expect(isNear(three.upperTail(at: 100), 1.5541594313896049214e-21, relative: 1e-12))
    let many = try ChiSquareDistribution(degreesOfFreedom: 900)
    #expect(isNear(many.upperTail(at: 1000), 0.01099460894213584808, relative: 1e-12))
    let two = try ChiSquareDistribution(degreesOfFreedom: 2)
    #expect(isNear(two.density(at: 3), 0.5 * exp(-1.5), relative: 1e-15))
  }

  @Test("densities agree with references to 1e-13, at a hundred thousand too")
  func densities() throws {
    #expect(
      isNear(
        try GammaDistribution(shape: 3.5, scale: 0.5).density(at: 2), 0.35271655004317105249,
        relative: 1e-14))
    #expect(
      isNear(
        try GammaDistribution(shape: 1e5).density(at: 1e5), 0.0012615652097053005629,
        relative: 1e-13))
    #expect(
      isNear(
        try GammaDistribution(shape: 0.1).density(at: 0.01), 6.5662343878992821126,
        relative: 1e-14))
    #expect(isNear(try BetaDistribution(a: 2, b: 5).density(at: 0.3), 2.1609, relative: 1e-14))
    #expect(
      isNear(
        try BetaDistribution(a: 0.3, b: 0.4).density(at: 0.2), 0.68996397251817193423,
        relative: 1e-14))
  }

  static let continuous: [any ContinuousDistribution] = {
    let made: [(any ContinuousDistribution)?] = [
      NormalDistribution(), try? NormalDistribution(mean: -3, deviation: 0.1),
      try? GammaDistribution(shape: 0.05), try? GammaDistribution(shape: 0.7, scale: 3),
      try? GammaDistribution(shape: 40, scale: 1e-6), try? GammaDistribution(shape: 1e6),
      try? ChiSquareDistribution(degreesOfFreedom: 1),
      try? ChiSquareDistribution(degreesOfFreedom: 7.5), try? BetaDistribution(a: 0.1, b: 0.2),
      try? BetaDistribution(a: 3, b: 1), try? BetaDistribution(a: 400, b: 9000),
    ]
    return made.compactMap(\.self)
  }()

  @Test("quantiles come back through the cumulative, to 1e-11", arguments: continuous)
  func roundTrip(_ distribution: any ContinuousDistribution) throws {
    for probability in [1e-10, 1e-4, 0.02, 0.5, 0.84, 0.999] {
      let x = try distribution.quantile(probability)
      if x.magnitude > 1e-300 {
        // Near its upper end at 1 a beta variable has few digits left to hold the probability.
        let slack = x > 0.999 && x < 1 ? 1e-3 : 1e-11
        #expect(isNear(distribution.cumulative(at: x), probability, relative: slack))
      }
      let y = try distribution.upperQuantile(probability)
      if y.magnitude > 1e-300 && y != 1 {
        let slack = y > 0.999 && y < 1 ? 1e-3 : 1e-11
        #expect(isNear(distribution.upperTail(at: y), probability, relative: slack))
      }
    }
  }

  @Test("the density is the slope of the cumulative, to 1e-7", arguments: continuous)
  func slope(_ distribution: any ContinuousDistribution) throws {
    for probability in [0.2, 0.5, 0.8] {
      let x = try distribution.quantile(probability)
      guard x.magnitude > 1e-100, x < 0.999999 || x > 1 else { continue }
      let (low, high) = try (
        distribution.quantile(probability - 0.01), distribution.quantile(probability + 0.01)
      )
      let slope = try differentiate(at: x, step: 0.3 * min(x - low, high - x)) {
        distribution.cumulative(at: $0)
      }
      #expect(isNear(distribution.density(at: x), slope.value, relative: 1e-7))
    }
  }

  @Test("cumulative and upper tail add up to 1, within 1e-13", arguments: continuous)
  func complement(_ distribution: any ContinuousDistribution) {
    for x in [-3.2, -3, 1e-5, 0.03, 0.2, 0.9, 2, 30, 1e6] {
      let sum = distribution.cumulative(at: x) + distribution.upperTail(at: x)
      #expect(isNear(sum, 1, absolute: 1e-13))
    }
    #expect(
      distribution.cumulative(at: -.infinity) == 0 && distribution.upperTail(at: .infinity) == 0)
    #expect(
      distribution.cumulative(at: .infinity) == 1 && distribution.upperTail(at: -.infinity) == 1)
    #expect(distribution.cumulative(at: .nan).isNaN && distribution.upperTail(at: .nan).isNaN)
  }

  @Test("Poisson probabilities agree with references to 1e-13, at a million counts too")
  func poisson() throws {
    let small = try PoissonDistribution(mean: 2.3)
    #expect(isNear(small.probability(of: 3), 0.20330822526255883805, relative: 1e-14))
    let large = try PoissonDistribution(mean: 1_000_100)
    #expect(isNear(large.probability(of: 1_000_000), 0.0003969526467052380172, relative: 1e-13))
    let far = try PoissonDistribution(mean: 10)
    #expect(isNear(far.probability(of: 200), 5.7566064628485215925e-180, relative: 1e-12))
    // The mean at which three counts or fewer have 10 %: the classical limit of 6.68 events.
    let limit = try PoissonDistribution(mean: 6.680783)
    #expect(isNear(limit.cumulative(upTo: 3), 0.10000000425641154597, relative: 1e-13))
    let tail = try PoissonDistribution(mean: 3).upperTail(atLeast: 20)
    #expect(isNear(tail, 8.3144235881916988572e-11, relative: 1e-13))
  }

  /// Where GSL 2.7 is wrong by up to 8 %: below the mean of a large distribution.
  @Test("cumulatives of large distributions agree with references to 2e-12")
  func largeCounts() throws {
    let references = [
      (1e5, 100_300, 0.829024116610298037), (999_001, 999_999, 0.841102533227224739),
      (1e6, 998_000, 0.0227501229396775799), (1e6, 1_001_500, 0.933230559020757814),
    ]
    for (mean, count, exact) in references {
      let poisson = try PoissonDistribution(mean: mean)
      #expect(isNear(poisson.cumulative(upTo: count), exact, relative: 2e-12))
      #expect(isNear(poisson.upperTail(atLeast: count + 1), 1 - exact, relative: 2e-12))
    }
    let binomial = try BinomialDistribution(trials: 3_000_000, success: 0.3)
    #expect(isNear(binomial.cumulative(upTo: 899_000), 0.103960838088001953, relative: 2e-12))
  }

  @Test("a Poisson distribution of mean zero is all at zero")
  func poissonOfNothing() throws {
    let nothing = try PoissonDistribution(mean: 0)
    #expect(nothing.probability(of: 0) == 1 && nothing.probability(of: 1) == 0)
    #expect(nothing.cumulative(upTo: 0) == 1 && nothing.upperTail(atLeast: 1) == 0)
    #expect(try nothing.quantile(0.5) == 0)
  }

  @Test("binomial probabilities agree with references to 1e-13, at 1e5 trials to 1e-12")
  func binomial() throws {
    let ten = try BinomialDistribution(trials: 10, success: 0.2)
    #expect(isNear(ten.probability(of: 3), 0.201326592, relative: 1e-14))
    let rare = try BinomialDistribution(trials: 10, success: 0.1)
    #expect(isNear(rare.upperTail(atLeast: 9), 9.1e-9, relative: 1e-13))
    let many = try BinomialDistribution(trials: 100_000, success: 0.499)
    #expect(isNear(many.probability(of: 50_000), 0.0020657601991536458011, relative: 1e-12))
    let sure = try BinomialDistribution(trials: 4, success: 1)
    #expect(sure.probability(of: 4) == 1 && sure.cumulative(upTo: 3) == 0)
  }

  static let counts: [any CountDistribution] = {
    let made: [(any CountDistribution)?] = [
      try? PoissonDistribution(mean: 0.01), try? PoissonDistribution(mean: 3.3),
      try? PoissonDistribution(mean: 250), try? BinomialDistribution(trials: 1, success: 0.3),
      try? BinomialDistribution(trials: 300, success: 0.01),
      try? BinomialDistribution(trials: 80, success: 0.97),
    ]
    return made.compactMap(\.self)
  }()

  @Test("sums of probabilities are the cumulative and the tail, to 1e-12", arguments: counts)
  func sums(_ distribution: any CountDistribution) {
    var sum = 0.0
    for count in 0..<400 {
      #expect(isNear(distribution.upperTail(atLeast: count), 1 - sum, absolute: 1e-12))
      sum += distribution.probability(of: count)
      #expect(isNear(distribution.cumulative(upTo: count), sum, relative: 1e-12))
    }
    #expect(distribution.probability(of: -1) == 0 && distribution.cumulative(upTo: -1) == 0)
    #expect(distribution.upperTail(atLeast: -1) == 1)
  }

  @Test("the quantile is the least count that suffices", arguments: counts)
  func countQuantile(_ distribution: any CountDistribution) throws {
    for probability in [0, 1e-9, 0.05, 0.5, 0.9, 0.999999] {
      let count = try distribution.quantile(probability)
      #expect(distribution.cumulative(upTo: count) >= probability)
      #expect(count == 0 || distribution.cumulative(upTo: count - 1) < probability)
    }
  }

  @Test("parameters and probabilities that make no sense are refused in words")
  func refusals() {
    let errors = [
      numericsError { _ = try NormalDistribution(mean: 0, deviation: 0) },
      numericsError { _ = try PoissonDistribution(mean: -1) },
      numericsError { _ = try BinomialDistribution(trials: 3, success: .nan) },
      numericsError { _ = try NormalDistribution().quantile(1.5) },
      numericsError { _ = try GammaDistribution(shape: 2).quantile(.nan) },
    ]
    #expect(
      errors.map { $0?.description } == [
        "no normal distribution (mean=0.0 must be finite, deviation=0.0 positive)",
        "no Poisson distribution (mean=-1.0 must be finite and not below zero)",
        "no binomial distribution (trials=3 must not be negative, success=nan be 0 to 1)",
        "no quantile of the normal distribution (the probability 1.5 must be 0 to 1)",
        "no quantile of the gamma distribution (the probability nan must be 0 to 1)",
      ])
  }
}
