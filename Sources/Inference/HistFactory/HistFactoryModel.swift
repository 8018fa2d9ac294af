// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// The likelihood of a workspace: expected counts as a function of parameters, and the data.
///
/// In bin b the expectation is the sum over samples of
///
///     (nominal + shifts) times the product of factors
///
/// and ln L is the Poisson probability of the counts times the auxiliary measurements. Bins are
/// ordered by the names of channels.
///
/// - Source: Cranmer2012histfactory, equation 2.1; Heinrich2021pyhf (conventions)
package struct HistFactoryModel: Sendable {
  /// The parameters.
  package let parameters: [HistFactoryParameter]

  /// The number of the signal strength; nil if the measurement has none.
  package let signal: Int?

  /// The observed counts.
  package let counts: [Double]

  /// The bins, in the order of the counts.
  let bins: [Bin]

  /// The factors that the terms of bins refer to.
  let factors: [ScaleFactor]

  /// A bin: the samples in it, and the parameters that move it.
  struct Bin: Sendable {
    var terms: [Term] = []
    var parameters: [Int] = []
  }

  /// A sample in a bin.
  struct Term: Sendable {
    let nominal: Double
    var factors: [Int] = []
    var shifts: [RateShift] = []
  }

  /// Makes the likelihood of a measurement.
  /// - Parameters:
  ///   - workspace: the workspace.
  ///   - measurement: the name of the measurement; the first if nil.
  /// - Throws: ``InferenceError`` with the first flaw of the workspace.
  package init(_ workspace: Workspace, measurement: String? = nil) throws(InferenceError) {
    if let flaw = workspace.flaws().first {
      throw InferenceError(
        .invalidInput, flaw.problem, because: flaw.reason, suggestion: flaw.suggestion)
    }
    let wanted = workspace.measurements.first { measurement == nil || $0.name == measurement }
    guard let wanted else {
      let near = nearestName(to: measurement ?? "", among: workspace.measurements.map(\.name))
      throw InferenceError(
        .invalidInput, "no measurement '\(measurement ?? "")'",
        because: "the workspace has not defined it",
        suggestion: near.map { "did you mean '\($0)'?" } ?? "")
    }
    var compiler = HistFactoryCompiler(workspace, wanted)
    compiler.compile()
    parameters = compiler.parameters
    signal = compiler.firstParameter(of: wanted.signalStrength)
    counts = compiler.counts
    bins = compiler.bins
    factors = compiler.factors
  }

  /// The auxiliary measurements of the data.
  var constraints: [HistFactoryParameter.Constraint?] { parameters.map(\.constraint) }

  /// Where fits begin: initial values, moved inside their bounds.
  package var start: [Double] {
    parameters.map { $0.isFixed ? $0.initial : max($0.lower, min($0.upper, $0.initial)) }
  }

  /// The number of a parameter; nil if there is none of this name.
  package func index(of name: String) -> Int? { parameters.firstIndex { $0.name == name } }

  /// The expected counts of the bins, for one value of each parameter.
  package func expectedCounts(at values: [Double]) -> [Double] {
    var likelihood = HistFactoryLikelihood(self)
    likelihood.updateMeans(at: values)
    return likelihood.means
  }

  /// -2 ln L of the data, all constants included, for one value of each parameter.
  package func twiceNegativeLogLikelihood(at values: [Double]) -> Double {
    var likelihood = HistFactoryLikelihood(self)
    return 2 * likelihood.value(at: values)
  }

  /// The derivatives of -2 ln L by the parameters, at one value of each.
  package func gradient(at values: [Double]) -> [Double] {
    var likelihood = HistFactoryLikelihood(self)
    var expansion = LocalExpansion(count: values.count)
    likelihood.expand(at: values, into: &expansion)
    return expansion.gradient.map { 2 * $0 }
  }
}
