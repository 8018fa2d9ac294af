// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// The exact distribution of q~ for one bin whose background is known or has a gamma error.
///
/// With a gamma error the auxiliary measurement is a Poisson count m, so the experiment has two
/// counts n and m. For each m the statistic falls with n: all n up to some n(m) are as extreme as
/// the data, and n(m) moves by few steps from one m to the next. Values of q~ closer than the tie
/// of ``ProfileToys`` count as equal.
package struct OnOffSum {
  /// Beyond this count the sum has too many terms; toys take over.
  private static let largestAuxiliaryCount = 1e5

  /// The likelihood of the data, for its fits.
  private let likelihood: ProfileLikelihood

  private let efficiency: Double

  /// The exposure of the auxiliary count over that of the bin; nil for a known background.
  private let exposure: Double?

  /// Prepares the sums; nil if the model is not of this kind.
  package init?(_ model: CountingModel) {
    guard model.bins.count == 1, !model.hasUncertainEfficiency,
      !model.commonBackground.isUncertain
    else { return nil }
    likelihood = ProfileLikelihood(model)
    let constraint = likelihood.backgrounds[0]
    guard constraint.shape == nil || constraint.shape == .gamma,
      constraint.measured <= Self.largestAuxiliaryCount
    else { return nil }
    efficiency = likelihood.efficiencies[0].best
    exposure = constraint.shape == .gamma ? constraint.precision : nil
  }

  /// CLs for a signal strength above zero.
  package func ratio(signal: Double) -> Double {
    let (both, background) = probabilities(signal: signal)
    return both / background
  }

  /// P(q~ >= q~_obs) with the signal and without it.
  package func probabilities(signal: Double) -> (both: Double, background: Double) {
    let observed = likelihood.upperStatistic(signal: signal) - ProfileToys.tie
    guard observed > 0 else { return (1, 1) }
    let backgrounds = [signal, 0].map { likelihood.conditionalFit(signal: $0).backgrounds[0] }
    let means = [signal * efficiency + backgrounds[0], backgrounds[1]]
    let counts = means.map { $0.poissonRange.upperBound }.max() ?? 0
    let cumulative = means.map { PoissonTable.probabilities(mean: $0, upTo: counts).cumulated }
    let events = signal * efficiency
    guard let exposure else {
      let last = lastExtreme(nearest: 0, upTo: counts) {
        statistic(events, Double($0), knownBackground: backgrounds[1]) >= observed
      }
      return last < 0 ? (0, 0) : (cumulative[0][last], cumulative[1][last])
    }
    let auxiliaryMeans = backgrounds.map { exposure * $0 }
    let ranges = auxiliaryMeans.map(\.poissonRange)
    let first = min(ranges[0].lowerBound, ranges[1].lowerBound)
    let end = max(ranges[0].upperBound, ranges[1].upperBound)
    let weights = auxiliaryMeans.map { PoissonTable.probabilities(mean: $0, upTo: end) }
    var sums = (both: 0.0, background: 0.0)
    var last = 0
    for m in first...end {
      last = lastExtreme(nearest: max(last, 0), upTo: counts) {
        statistic(events, Double($0), auxiliary: Double(m), exposure) >= observed
      }
      guard last >= 0 else { continue }
      sums.both += weights[0][m] * cumulative[0][last]
      sums.background += weights[1][m] * cumulative[1][last]
    }
    return sums
  }

  /// q~ of n events for a known background.
  private func statistic(_ signal: Double, _ n: Double, knownBackground b: Double) -> Double {
    let best = max(0, n - b)
    guard best < signal else { return 0 }
    return 2 * (Self.poisson(n, best + b) - Self.poisson(n, signal + b))
  }

  /// q~ of n events and m auxiliary ones.
  private func statistic(
    _ signal: Double, _ n: Double, auxiliary m: Double, _ exposure: Double
  ) -> Double {
    func conditional(_ signal: Double) -> Double {
      let b = Self.background(signal, n, m, exposure)
      return Self.poisson(n, signal + b) + Self.poisson(m, exposure * b)
    }
    let excess = n - m / exposure
    guard excess < signal else { return 0 }
    let best = excess > 0 ? Self.poisson(n, n) + Self.poisson(m, m) : conditional(0)
    return 2 * (best - conditional(signal))
  }

  /// The background that fits n events with signal and m auxiliary ones: n/(s + b) + m/b = 1 + t.
  private static func background(
    _ signal: Double, _ n: Double, _ m: Double, _ exposure: Double
  ) -> Double {
    let sum = 1 + exposure
    let linear = sum * signal - n - m
    let root = (linear * linear + 4 * sum * m * signal).squareRoot()
    // The form without a difference of like numbers.
    return linear > 0 ? 2 * m * signal / (linear + root) : (root - linear) / (2 * sum)
  }

  /// The logarithm of a Poisson probability, without the factorial.
  private static func poisson(_ count: Double, _ mean: Double) -> Double {
    count > 0 ? count * log(mean) - mean : -mean
  }

  /// The largest count that is extreme, -1 if none is, sought from a nearby one.
  private func lastExtreme(
    nearest start: Int, upTo limit: Int, _ isExtreme: (Int) -> Bool
  ) -> Int {
    var n = start
    if isExtreme(n) {
      while n < limit, isExtreme(n + 1) { n += 1 }
      return n
    }
    repeat { n -= 1 } while n >= 0 && !isExtreme(n)
    return n
  }
}

extension [Double] {
  /// The running sums.
  fileprivate var cumulated: [Double] {
    var result = self
    for index in indices.dropFirst() { result[index] += result[index - 1] }
    return result
  }
}

extension Double {
  /// The counts that a Poisson number of this mean takes but for a probability of 1e-13.
  fileprivate var poissonRange: ClosedRange<Int> {
    let half = 8 * (self + 1).squareRoot()
    return max(0, Int(self - half))...(Int(self + half) + 12)
  }
}
