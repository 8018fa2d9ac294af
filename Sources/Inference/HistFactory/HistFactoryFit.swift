// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Where a likelihood is largest.
package struct HistFactoryFit: Sendable {
  /// The parameters at the maximum, in the order of the model.
  package let values: [Double]

  /// -2 ln L at the maximum, all constants included.
  package let twiceNegativeLogLikelihood: Double

  /// The standard deviations of the parameters from the second derivatives; zero for those that are
  /// fixed or end at a bound, NaN where the likelihood is flat.
  package let errors: [Double]

  /// Whether the likelihood vanishes whatever the parameters, so that there is no maximum.
  package let isImpossible: Bool

  init(_ minimum: BoundedMinimiser.Minimum, _ minimiser: BoundedMinimiser) {
    values = minimum.point
    twiceNegativeLogLikelihood = 2 * minimum.expansion.value
    isImpossible = !minimum.expansion.value.isFinite
    var errors = [Double](repeating: 0, count: values.count)
    if !isImpossible {
      let free = minimiser.freeParameters(at: values, minimum.expansion.gradient)
      var system = NewtonSystem(count: values.count)
      let variances = system.variances(minimum.expansion, free: free)
      for (place, index) in free.enumerated() {
        errors[index] = variances?[place].squareRoot() ?? .nan
      }
    }
    self.errors = errors
  }
}

extension HistFactoryModel {
  /// Fits all parameters to the observed data; a signal strength that is given is kept.
  package func fit(signal: Double? = nil) throws(InferenceError) -> HistFactoryFit {
    var likelihood = HistFactoryLikelihood(self)
    return try fit(&likelihood, signal: signal, from: start)
  }

  /// Fits some data from a starting point.
  func fit(
    _ likelihood: inout HistFactoryLikelihood, signal: Double?, from start: [Double],
    lowestSignal: Double? = nil
  ) throws(InferenceError) -> HistFactoryFit {
    var start = start
    var minimiser = BoundedMinimiser(
      lower: parameters.indices.map {
        parameters[$0].isFixed ? parameters[$0].initial : parameters[$0].lower
      },
      upper: parameters.indices.map {
        parameters[$0].isFixed ? parameters[$0].initial : parameters[$0].upper
      })
    if let index = self.signal {
      if let lowestSignal, !parameters[index].isFixed {
        minimiser.lower[index] = max(minimiser.lower[index], lowestSignal)
      }
      if let signal {
        start[index] = signal
        minimiser.lower[index] = signal
        minimiser.upper[index] = signal
      }
    } else if signal != nil {
      throw Self.noSignal
    }
    let minimum = minimiser.minimise(&likelihood, from: start)
    if minimum.expansion.value.isFinite, !minimum.isConverged {
      throw InferenceError(
        .noConvergence, "a fit did not converge",
        because: "\(BoundedMinimiser.mostSteps) steps did not find a minimum",
        suggestion: "narrow the bounds of parameters that the data do not determine")
    }
    return HistFactoryFit(minimum, minimiser)
  }

  static var noSignal: InferenceError {
    InferenceError(
      .notApplicable, "no signal strength", because: "the measurement names no parameter as poi",
      suggestion: "name one, such as the normfactor of the signal")
  }
}
