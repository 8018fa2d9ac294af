// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// The likelihood of all bins and auxiliary measurements, maximised over nuisance parameters.
///
///     ln L(s, x) = sum_i [n_i ln nu_i - nu_i] + sum constraints,  nu_i = s e_i f_e + b_i f_b
///
/// For a fixed s one parameter after the other is set to its best value until none moves. With
/// uncertain backgrounds alone the bins do not talk to each other, so that the first round is the
/// answer. Counts may be fractions, for expected data.
///
/// - Source: Cowan:2010js, section 2 (statistics); Rolke:2004mj (counting experiment)
struct ProfileLikelihood: Sendable {
  /// The counts.
  var counts: [Double]

  /// The constraints of the efficiencies.
  var efficiencies: [Constraint]

  /// The constraints of the backgrounds.
  var backgrounds: [Constraint]

  /// The constraint of the common factor on efficiencies.
  var commonEfficiency: Constraint

  /// The constraint of the common factor on backgrounds.
  var commonBackground: Constraint

  /// The likelihood of a model and its counts.
  init(_ model: CountingModel) {
    counts = model.bins.map { Double($0.observed) }
    efficiencies = model.bins.map { Constraint($0.efficiency) }
    backgrounds = model.bins.map { Constraint($0.background) }
    commonEfficiency = Constraint(model.commonEfficiency)
    commonBackground = Constraint(model.commonBackground)
  }

  /// Parameters at their own best values.
  var start: NuisanceValues {
    NuisanceValues(
      efficiencies: efficiencies.map(\.best), backgrounds: backgrounds.map(\.best),
      commonEfficiency: commonEfficiency.best, commonBackground: commonBackground.best)
  }

  /// The logarithm of the likelihood, up to a constant of the counts.
  func logLikelihood(signal: Double, at x: NuisanceValues) -> Double {
    var sum =
      commonEfficiency.logLikelihood(x.commonEfficiency)
      + commonBackground.logLikelihood(x.commonBackground)
    for bin in counts.indices {
      let mean = expected(in: bin, signal: signal, at: x)
      sum += counts[bin] > 0 ? counts[bin] * log(mean) - mean : -mean
      sum += efficiencies[bin].logLikelihood(x.efficiencies[bin])
      sum += backgrounds[bin].logLikelihood(x.backgrounds[bin])
    }
    return sum
  }

  /// The expected count of a bin.
  func expected(in bin: Int, signal: Double, at x: NuisanceValues) -> Double {
    signal * x.efficiencies[bin] * x.commonEfficiency + x.backgrounds[bin] * x.commonBackground
  }

  /// The parameters that maximise the likelihood for a signal strength.
  func conditionalFit(signal: Double) -> NuisanceValues {
    var x = start
    let isOneRound =
      commonBackground.shape == nil && commonEfficiency.shape == nil
      && efficiencies.allSatisfy { $0.shape == nil }
    for _ in 0..<(isOneRound ? 1 : 500) {
      let moved = improve(&x, signal: signal)
      if moved < 1e-13 { break }
    }
    return x
  }

  /// Sets each parameter to its best value and returns the largest relative step.
  private func improve(_ x: inout NuisanceValues, signal: Double) -> Double {
    var moved = 0.0
    func set(_ value: inout Double, _ constraint: Constraint, _ terms: [CountTerm]) {
      let next = constraint.bestFit(terms, startingAt: value)
      moved = max(moved, abs(next - value) / max(next, value, 1e-300))
      value = next
    }
    for bin in counts.indices {
      let signalMean = signal * x.efficiencies[bin] * x.commonEfficiency
      if backgrounds[bin].shape != nil {
        let term = CountTerm(count: counts[bin], slope: x.commonBackground, rest: signalMean)
        set(&x.backgrounds[bin], backgrounds[bin], [term])
      }
      if efficiencies[bin].shape != nil {
        let term = CountTerm(
          count: counts[bin], slope: signal * x.commonEfficiency,
          rest: x.backgrounds[bin] * x.commonBackground)
        set(&x.efficiencies[bin], efficiencies[bin], [term])
      }
    }
    if commonBackground.shape != nil {
      let terms = counts.indices.map {
        CountTerm(
          count: counts[$0], slope: x.backgrounds[$0],
          rest: signal * x.efficiencies[$0] * x.commonEfficiency)
      }
      set(&x.commonBackground, commonBackground, terms)
    }
    if commonEfficiency.shape != nil {
      let terms = counts.indices.map {
        CountTerm(
          count: counts[$0], slope: signal * x.efficiencies[$0],
          rest: x.backgrounds[$0] * x.commonBackground)
      }
      set(&x.commonEfficiency, commonEfficiency, terms)
    }
    return moved
  }

  /// The derivative of the maximised likelihood by the signal strength.
  func slope(signal: Double) -> Double {
    let x = conditionalFit(signal: signal)
    var sum = 0.0
    for bin in counts.indices {
      let efficiency = x.efficiencies[bin] * x.commonEfficiency
      let mean = expected(in: bin, signal: signal, at: x)
      sum += counts[bin] > 0 ? efficiency * (counts[bin] / mean - 1) : -efficiency
    }
    return sum
  }

  /// The maximised logarithm for a signal strength.
  func profiled(signal: Double) -> Double {
    logLikelihood(signal: signal, at: conditionalFit(signal: signal))
  }
}
