// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// The exact distribution of q~ for one bin whose background is known or has a gamma error.
///
/// With a gamma error the auxiliary measurement is a Poisson count m, so the experiment has two
/// counts n and m. For each m the statistic falls with n: all n up to some n(m) are as extreme as
/// the data, and n(m) moves by few steps from one m to the next. Values of q~ closer than the tie
/// of ``ProfileToys`` count as equal.
struct OnOffSum {
  private let likelihood: ProfileLikelihood

  /// Prepares the sums; nil if the model is not of this kind.
  init?(_ model: CountingModel) {
    guard model.bins.count == 1, !model.hasUncertainEfficiency,
      !model.commonBackground.isUncertain
    else { return nil }
    likelihood = ProfileLikelihood(model)
    let shape = likelihood.backgrounds[0].shape
    guard shape == nil || shape == .gamma else { return nil }
  }

  /// CLs for a signal strength above zero.
  func ratio(signal: Double) -> Double {
    let (both, background) = probabilities(signal: signal)
    return both / background
  }

  /// P(q~ >= q~_obs) with the signal and without it.
  func probabilities(signal: Double) -> (both: Double, background: Double) {
    let observed = likelihood.upperStatistic(signal: signal) - ProfileToys.tie
    guard observed > 0 else { return (1, 1) }
    let efficiency = likelihood.efficiencies[0].best
    let constraint = likelihood.backgrounds[0]
    let backgrounds = [signal, 0].map { likelihood.conditionalFit(signal: $0).backgrounds[0] }
    let means = [signal * efficiency + backgrounds[0], backgrounds[1]]
    let auxiliaryMeans = backgrounds.map { constraint.precision * $0 }
    let counts = means.map { $0.poissonRange.upperBound }.max() ?? 0
    var cumulative = means.map { PoissonTable.probabilities(mean: $0, upTo: counts) }
    for hypothesis in 0..<2 {
      for n in 1..<(counts + 1) { cumulative[hypothesis][n] += cumulative[hypothesis][n - 1] }
    }
    guard constraint.shape == .gamma else {
      let last = lastExtreme(constraint, signal, observed, from: 0, limit: counts)
      return last < 0 ? (0, 0) : (cumulative[0][last], cumulative[1][last])
    }
    let ranges = auxiliaryMeans.map(\.poissonRange)
    let first = min(ranges[0].lowerBound, ranges[1].lowerBound)
    let end = max(ranges[0].upperBound, ranges[1].upperBound)
    let weights = auxiliaryMeans.map { PoissonTable.probabilities(mean: $0, upTo: end) }
    var sums = (both: 0.0, background: 0.0)
    var last = 0
    for m in first...end {
      var auxiliary = constraint
      auxiliary.measured = Double(m)
      last = lastExtreme(auxiliary, signal, observed, from: max(last, 0), limit: counts)
      guard last >= 0 else { continue }
      sums.both += weights[0][m] * cumulative[0][last]
      sums.background += weights[1][m] * cumulative[1][last]
    }
    return sums
  }

  /// The largest count as extreme as the data, -1 if none is, sought from a nearby one.
  private func lastExtreme(
    _ auxiliary: Constraint, _ signal: Double, _ observed: Double, from start: Int, limit: Int
  ) -> Int {
    var toy = likelihood
    toy.backgrounds[0] = auxiliary
    func isExtreme(_ n: Int) -> Bool {
      toy.counts[0] = Double(n)
      return toy.upperStatistic(signal: signal) >= observed
    }
    var n = start
    if isExtreme(n) {
      while n < limit, isExtreme(n + 1) { n += 1 }
      return n
    }
    repeat { n -= 1 } while n >= 0 && !isExtreme(n)
    return n
  }
}

extension Double {
  /// The counts that a Poisson number of this mean takes but for a probability of 1e-13.
  fileprivate var poissonRange: ClosedRange<Int> {
    let half = 8 * (self + 1).squareRoot()
    return max(0, Int(self - half))...(Int(self + half) + 12)
  }
}
