// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Numerics
import Quantities

/// The upper limit CLs from the large-sample distribution of the profile likelihood ratio.
///
/// With q the statistic q~ of the data and A that of the expected data of background alone,
///
///     CL_s+b = 1 - F(sqrt q),               CL_b = F(sqrt A - sqrt q)         for q <= A
///     CL_s+b = 1 - F((q + A)/(2 sqrt A)),   CL_b = 1 - F((q - A)/(2 sqrt A))  for q > A
///
/// F the normal distribution. The formulas want many events. Without any they give 1.64 instead
/// of 2.30 events at 90%; with 10 of 10 expected they are 7% low, with 20 of 20 5%, with 100 of 100
/// 2.5%. So the result carries a warning, with the exact limit, wherever fewer than twenty events
/// are seen or expected.
///
/// - Source: Cowan:2010js, section 3.7 (distribution of the statistic for upper limits)
package struct AsymptoticCLsLimit: LimitMethod {
  /// Below this number of seen or expected events the formulas are not to be trusted.
  package static let fewestEvents = 20.0

  /// Makes the method.
  package init() {}

  package let name = "cls-asymptotic"

  package let summary = "upper limit CLs from large-sample formulas of the profile likelihood"

  package func interval(
    for model: CountingModel, at level: ConfidenceLevel
  ) throws(InferenceError) -> SignalInterval {
    let seen = model.seeingSignal
    let data = ProfileLikelihood(seen)
    let expected = data.expectingBackground()
    let best = data.bestSignal()
    let bestExpected = expected.profiled(signal: 0)
    let upper = try signalWhere(
      reaching: level.remainder, startingAt: seen.crudeLimit
    ) { signal in
      guard signal > best.signal else { return 1 }
      let statistic = max(0, 2 * (best.logLikelihood - data.profiled(signal: signal)))
      let asimov = max(0, 2 * (bestExpected - expected.profiled(signal: signal)))
      return Self.ratio(statistic: statistic, asimov: asimov)
    }
    return SignalInterval(
      method: self, at: level, upper: upper,
      notes: [
        model.hasUncertainBackground || model.hasUncertainEfficiency
          ? "uncertainties profiled" : nil
      ], warnings: try warnings(for: model, at: level))
  }

  /// CLs for a statistic and that of the expected data.
  static func ratio(statistic: Double, asimov: Double) -> Double {
    let normal = NormalDistribution()
    guard asimov > 0 else { return 1 }
    let root = asimov.squareRoot()
    let both: Double
    let background: Double
    if statistic <= asimov {
      both = normal.upperTail(at: statistic.squareRoot())
      background = normal.upperTail(at: statistic.squareRoot() - root)
    } else {
      both = normal.upperTail(at: (statistic + asimov) / (2 * root))
      background = normal.upperTail(at: (statistic - asimov) / (2 * root))
    }
    return background > 0 ? both / background : 0
  }

  private func warnings(
    for model: CountingModel, at level: ConfidenceLevel
  ) throws(InferenceError) -> [String] {
    let events = min(Double(model.observed), model.background)
    guard events < Self.fewestEvents else { return [] }
    let exact = try CLsLimit().interval(for: model, at: level).upper
    return [
      "the large-sample formulas do not hold: \(model.observed) events seen, "
        + "\(model.background.formatted(significant: 4)) expected, at least "
        + "\(Int(Self.fewestEvents)) of each wanted; the exact CLs limit is "
        + exact.formatted(significant: 7)
    ]
  }
}
