// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// What an auxiliary measurement says about a nuisance parameter x, as a likelihood.
///
/// - gauss: -(x - x0)^2 / (2 e^2);
/// - gamma: m ln x - t x, an auxiliary Poisson count m = (x0/e)^2 of mean t x, t = x0/e^2;
/// - log-normal: -(ln x - ln x0)^2 / (2 ln^2 kappa), kappa = 1 + e/x0.
struct Constraint: Sendable {
  /// The form of the likelihood; nil for a number known exactly.
  let shape: UncertaintyShape?

  /// What was measured: x0, m, or ln x0.
  var measured: Double

  /// Its precision: 1/e^2, t, or 1/ln^2 kappa.
  let precision: Double

  /// The constraint of an uncertain value.
  init(_ number: UncertainValue) {
    guard number.isUncertain else {
      shape = nil
      measured = number.value
      precision = 0
      return
    }
    shape = number.shape
    let variance = number.error * number.error
    switch number.shape {
    case .gauss:
      measured = number.value
      precision = 1 / variance
    case .gamma:
      measured = number.value * number.value / variance
      precision = number.value / variance
    case .logNormal:
      let logKappa = log1p(number.relativeError)
      measured = log(number.value)
      precision = 1 / (logKappa * logKappa)
    }
  }

  /// Where the likelihood is largest, on zero and above.
  var best: Double {
    switch shape {
    case nil: measured
    case .gauss: max(0, measured)
    case .gamma: measured / precision
    case .logNormal: exp(measured)
    }
  }

  /// The logarithm of the likelihood, zero at its maximum.
  func logLikelihood(_ x: Double) -> Double {
    switch shape {
    case nil: 0
    case .gauss: -0.5 * precision * (x - measured) * (x - measured)
    case .gamma:
      // Relative to its maximum: for small errors m ln x and t x are huge and nearly cancel.
      if measured > 0 {
        measured * (log1p(x / best - 1) - (x / best - 1))
      } else {
        -precision * x
      }
    case .logNormal: -0.5 * precision * (log(x) - measured) * (log(x) - measured)
    }
  }

  /// Its first and second derivative.
  func derivatives(_ x: Double) -> (first: Double, second: Double) {
    switch shape {
    case nil: return (0, 0)
    case .gauss: return (-precision * (x - measured), -precision)
    case .gamma:
      return measured > 0
        ? (measured / x - precision, -measured / (x * x)) : (-precision, 0)
    case .logNormal:
      let pull = precision * (log(x) - measured)
      return (-pull / x, (pull - precision) / (x * x))
    }
  }

  /// The constraint with the measurement that parameter x would give without fluctuation.
  func expecting(_ x: Double) -> Constraint {
    var result = self
    switch shape {
    case nil, .gauss: result.measured = x
    case .gamma: result.measured = precision * x
    case .logNormal: result.measured = log(x)
    }
    return result
  }
}
