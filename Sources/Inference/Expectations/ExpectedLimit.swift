// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// The limits that background alone would give: their median and bands.
///
/// Each possible outcome is given its limit and its probability, averaged over the uncertainties,
/// and the limits are put in order. A quantile is the smallest limit that is not exceeded with the
/// wanted probability. With few expected events the limits are few and edges coincide: that is
/// the truth, not a lack of toys.
package struct ExpectedLimit: Hashable, Sendable {
  /// The method of the limits.
  package let method: String

  /// Their confidence level.
  package let confidenceLevel: ConfidenceLevel

  /// The limit that half of the experiments stay below.
  package let median: Double

  /// The band of one standard deviation, 68.27% of experiments.
  package let band68: ClosedRange<Double>

  /// The band of two standard deviations, 95.45% of experiments.
  package let band95: ClosedRange<Double>

  /// What the numbers mean.
  package let notes: [String]

  /// Computes the expected limit of a method; the observed counts of the model do not matter.
  package init(
    of method: some LimitMethod, for model: CountingModel,
    at level: ConfidenceLevel = .ninety
  ) throws(InferenceError) {
    let outcomes = try Outcomes(model)
    var limits: [(limit: Double, probability: Double)] = []
    for (counts, probability) in outcomes.list {
      let interval = try method.interval(for: model.observing(counts), at: level)
      limits.append((interval.upper, probability))
    }
    limits.sort { $0.limit < $1.limit }
    func quantile(_ probability: Double) -> Double {
      var sum = 0.0
      for (limit, part) in limits {
        sum += part
        if sum >= probability { return limit }
      }
      return limits.last?.limit ?? 0
    }
    self.method = method.name
    confidenceLevel = level
    median = quantile(0.5)
    let tails = [1.0, 2.0].map { PValue.oneSided(of: $0) }
    band68 = quantile(tails[0])...quantile(1 - tails[0])
    band95 = quantile(tails[1])...quantile(1 - tails[1])
    notes = [
      "exact over \(limits.count) outcomes of background alone",
      band95.lowerBound == median
        ? "the median is the limit of the smallest outcome, so the lower edges coincide with it"
        : nil,
    ].compactMap(\.self)
  }
}

/// The outcomes of background alone, leaving out improbable ones.
struct Outcomes {
  /// Counts and their probabilities; together above 1 - 1e-5.
  let list: [(counts: [Int], probability: Double)]

  init(_ model: CountingModel) throws(InferenceError) {
    let capacities = model.bins.map { model.practicallyLargestCount(in: $0, signal: 0) }
    let averaged = AveragedModel(model, capacities: capacities)
    var found: [(counts: [Int], products: [Double])] = [([], averaged.scenarios.map(\.weight))]
    for bin in model.bins.indices {
      var longer: [(counts: [Int], products: [Double])] = []
      for (counts, products) in found {
        for count in 0...capacities[bin] {
          let next = zip(products, averaged.scenarios).map { $0 * $1.bins[bin].background[count] }
          // Dropped branches add up to far less than the bands can show.
          guard next.reduce(0, +) > 1e-8 else { continue }
          longer.append((counts + [count], next))
        }
      }
      found = longer
      guard found.count <= 20_000 else {
        throw InferenceError(
          .tooLarge, "no exact expected limit for \(model.bins.count) bins",
          because: "more than 20000 outcomes are probable",
          suggestion: "merge bins of like signal to background")
      }
    }
    list = found.map { ($0.counts, $0.products.reduce(0, +)) }
  }
}
