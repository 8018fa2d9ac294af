// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// One parameter of a likelihood: where it may be, and what is known about it beforehand.
package struct HistFactoryParameter: Hashable, Sendable {
  /// The name; parameters of bins carry their number, such as `stat[2]`.
  package let name: String

  /// Where fits begin, and where a fixed parameter stays.
  package let initial: Double

  /// The lowest value that a fit may take.
  package let lower: Double

  /// The highest value that a fit may take.
  package let upper: Double

  /// Whether fits leave it where it is.
  package let isFixed: Bool

  /// The auxiliary measurement; nil for a free parameter.
  package let constraint: Constraint?

  /// An auxiliary measurement of a parameter x.
  package enum Constraint: Hashable, Sendable {
    /// A Gaussian with mean x.
    case gauss(measured: Double, sigma: Double)

    /// A Poisson count with mean factor times x.
    case poisson(count: Double, factor: Double)

    /// -ln L of the measurement and its first and second derivative by x, normalisation included.
    func expansion(at x: Double) -> (value: Double, slope: Double, curvature: Double) {
      switch self {
      case .gauss(let measured, let sigma):
        let pull = (x - measured) / sigma
        return (
          0.5 * pull * pull + log(sigma * (2 * .pi).squareRoot()), pull / sigma, 1 / (sigma * sigma)
        )
      case .poisson(let count, let factor):
        let mean = factor * x
        let ratio = count > 0 ? count / mean : 0
        let value = PoissonTerm.value(count: count, mean: mean) + PoissonTerm.least(count: count)
        return (value, factor * (1 - ratio), count > 0 ? factor * factor * ratio / mean : 0)
      }
    }

    /// The measurement that a value would give on average.
    func expecting(_ x: Double) -> Constraint {
      switch self {
      case .gauss(_, let sigma): .gauss(measured: x, sigma: sigma)
      case .poisson(_, let factor): .poisson(count: factor * x, factor: factor)
      }
    }
  }
}
