// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// The signal that an experiment would discover, or find evidence for.
///
/// The critical count n_c is the smallest one with P(N >= n_c | b) at or below the p-value of Z
/// deviations, one-sided. The reach is the signal with P(N >= n_c | s + b) equal to the wanted
/// power. All probabilities are exact and averaged over the uncertainties.
package struct DiscoveryReach: Hashable, Sendable {
  /// The number of deviations Z, one-sided.
  package let deviations: Double

  /// The probability of reaching them.
  package let power: Double

  /// The smallest count that is so significant.
  package let criticalCount: Int

  /// The signal strength that reaches it with the given power.
  package let signal: Double

  /// Computes the reach of one bin; its observed count does not matter.
  /// - Parameters:
  ///   - model: one bin.
  ///   - deviations: the number of deviations Z, such as 5 for a discovery, 3 for evidence.
  ///   - power: the probability of reaching them, such as 0.5.
  /// - Throws: ``InferenceError`` where an input is not sound.
  package init(
    for model: CountingModel, deviations: Double = 5, power: Double = 0.5
  ) throws(InferenceError) {
    guard model.bins.count == 1, let bin = model.bins.first else {
      throw InferenceError(
        .notApplicable, "no discovery reach of \(model.bins.count) bins",
        because: "it is defined by one critical count", suggestion: "add the bins up")
    }
    guard deviations > 0, deviations < 30 else {
      throw InferenceError(
        .invalidInput, "invalid deviations=\(deviations)", because: "must lie between 0 and 30")
    }
    guard power > 0, power < 1 else {
      throw InferenceError(
        .invalidInput, "invalid power=\(power)", because: "must lie between 0 and 1")
    }
    let allowed = PValue.oneSided(of: deviations)
    var count = Int(bin.background.value)
    var step = 1
    func isCritical(_ count: Int) throws(InferenceError) -> Bool {
      try ExcessTest.pValue(of: model.observing([count])).value <= allowed
    }
    // Steps that double, then halve: the p-value falls with the count.
    if try isCritical(count) {
      while count > 0, try isCritical(count - 1) { count -= 1 }
    } else {
      var failing = count
      while try !isCritical(failing + step) {
        failing += step
        step *= 2
      }
      var passing = failing + step
      while passing - failing > 1 {
        let middle = (passing + failing) / 2
        if try isCritical(middle) { passing = middle } else { failing = middle }
      }
      count = passing
    }
    let averaged = AveragedModel(model, capacities: [count])
    self.deviations = deviations
    self.power = power
    criticalCount = count
    signal =
      count == 0
      ? 0
      : try signalWhere(
        reaching: 1 - power, startingAt: model.observing([count]).crudeLimit
      ) { averaged.cumulative(upTo: count - 1, signal: $0) }
  }
}
