// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Inference
import Quantities

/// The limit on signal events in all run periods together, for a relative uncertainty of the signal.
///
/// It knows of masses by their statistical uncertainty alone, which differs little from one to the
/// next: the limit is computed at each doubling of their square, and linear in it between.
package struct EventLimit: Sendable {
  /// Limits for one uncertainty, in events.
  package struct Point: Hashable, Sendable {
    /// The limit for the observed counts.
    package let observed: Double
    /// The median of background alone; nil where there is none.
    package let median: Double
    /// The band of 68 %.
    package let band68: ClosedRange<Double>
    /// The band of 95 %.
    package let band95: ClosedRange<Double>
  }

  /// What the numbers mean, and why they should not be trusted where that is so.
  package let notes: [String]
  package let warnings: [String]
  /// The name of the method.
  package let method: String
  /// The confidence level.
  package let level: ConfidenceLevel

  private let variances: [Double]
  private let points: [Point]

  /// Computes limits.
  ///
  /// - Parameters:
  ///   - search: the search.
  ///   - errors: the least and the largest relative uncertainty of the signal.
  /// - Throws: where the method has no answer.
  package init(of search: Search, for errors: ClosedRange<Double>) throws(InferenceError) {
    let statistics = search.card[SearchKeys.statistics]
    let name = statistics[StatisticsKeys.method]
    level = try ConfidenceLevel(statistics[StatisticsKeys.level].share)
    method = name
    let limits: any LimitMethod = LimitMethods.named(name) ?? CLsLimit()
    let low = errors.lowerBound * errors.lowerBound
    let high = errors.upperBound * errors.upperBound
    variances = Self.nodes(from: low, to: high)
    var points: [Point] = []
    var notes: [String] = []
    var warnings: [String] = []
    for variance in variances {
      let model = try Self.model(of: search, error: variance.squareRoot())
      let interval = try limits.interval(for: model, at: level)
      let expected = try ExpectedLimit(of: limits, for: model, at: level)
      points.append(
        Point(
          observed: interval.upper, median: expected.median, band68: expected.band68,
          band95: expected.band95))
      notes = interval.notes + expected.notes
      warnings = interval.warnings
    }
    self.points = points
    if search.periods.count > 1 {
      notes.append(
        "run periods of equal signal to background are added up, which loses nothing")
    }
    self.notes = notes
    self.warnings = warnings
  }

  /// Whether the observed limit, the median and the lower edges of the bands are one number, by a
  /// method whose limit without events knows nothing of the background.
  package var isMedianObserved: Bool {
    guard ["cls", "bayes"].contains(method) else { return false }
    return points.allSatisfy { point in
      [point.median, point.band68.lowerBound, point.band95.lowerBound].allSatisfy {
        abs($0 - point.observed) <= 1e-6 * point.observed
      }
    }
  }

  /// The limit for a relative uncertainty between those it was made for.
  package func point(error: Double) -> Point {
    let variance = error * error
    guard let upper = variances.firstIndex(where: { $0 > variance }) else {
      return points[points.count - 1]
    }
    guard upper > 0 else { return points[0] }
    let (first, last) = (points[upper - 1], points[upper])
    let share = (variance - variances[upper - 1]) / (variances[upper] - variances[upper - 1])
    func mixed(_ a: Double, _ b: Double) -> Double { a + share * (b - a) }
    func mixed(_ a: ClosedRange<Double>, _ b: ClosedRange<Double>) -> ClosedRange<Double> {
      let low = mixed(a.lowerBound, b.lowerBound)
      return low...max(low, mixed(a.upperBound, b.upperBound))
    }
    return Point(
      observed: mixed(first.observed, last.observed), median: mixed(first.median, last.median),
      band68: mixed(first.band68, last.band68), band95: mixed(first.band95, last.band95))
  }

  /// The variances at which limits are computed: each doubling from the lowest on, so that a mass of
  /// large error does not move the limits of others.
  private static func nodes(from low: Double, to high: Double) -> [Double] {
    var nodes = [low]
    var next = 2 * max(low, leastVariance)
    while next < high {
      nodes.append(next)
      next *= 2
    }
    if high > low * (1 + 1e-9) { nodes.append(high) }
    return nodes
  }

  /// Below a relative uncertainty of 3 % limits are linear in the variance.
  private static let leastVariance = 1e-3

  /// The limit for the observed counts and one uncertainty alone, for breakdowns.
  package static func observed(
    of search: Search, error: Double
  ) throws(InferenceError) -> Double {
    let statistics = search.card[SearchKeys.statistics]
    let level = try ConfidenceLevel(statistics[StatisticsKeys.level].share)
    let method = LimitMethods.named(statistics[StatisticsKeys.method]) ?? CLsLimit()
    return try method.interval(for: model(of: search, error: error), at: level).upper
  }

  /// The counts of all run periods, for a signal of one event in all of them together.
  ///
  /// Signal and background are shared by exposure. The uncertainty of the signal and that of the sum
  /// of backgrounds are common to all periods; both are Gaussian, cut at zero, unless the card says
  /// otherwise of the background.
  package static func model(
    of search: Search, error: Double
  ) throws(InferenceError) -> CountingModel {
    let shape =
      UncertaintyShape(
        rawValue: search.card[SearchKeys.statistics][StatisticsKeys.backgroundModel]) ?? .gauss
    let events = search.backgrounds.reduce(0) { $0 + $1.events }
    let variance = search.backgrounds.reduce(0) { $0 + $1.error * $1.error }
    var bins: [CountingBin] = []
    for group in groups(of: search, background: events) {
      bins.append(
        try CountingBin(
          observed: Double(group.observed),
          background: UncertainValue(group.background, name: "background"),
          efficiency: UncertainValue(group.signal, name: "efficiency")))
    }
    let relative = events > 0 ? variance.squareRoot() / events : 0
    return try CountingModel(
      bins: bins,
      commonEfficiency: UncertainValue(1, error: error, shape: .gauss, name: "signal error"),
      commonBackground: UncertainValue(1, error: relative, shape: shape, name: "background error"))
  }

  /// Run periods that count together.
  private struct Group {
    var observed = 0
    var background = 0.0
    var signal = 0.0
  }

  /// The run periods, those with the same share of signal to background as one.
  ///
  /// A likelihood ratio orders outcomes of such periods by their sum, so that nothing is lost.
  private static func groups(
    of search: Search, background events: Double
  ) -> [Group] {
    let exposure = search.exposure
    let effective = max(search.effectiveExposure, .leastNormalMagnitude)
    var groups: [(efficiency: Double, group: Group)] = []
    for period in search.periods {
      let efficiency = search.efficiency(in: period)
      let electrons = period.exposure.value.value
      let index = groups.firstIndex { abs($0.efficiency - efficiency) <= 1e-12 * efficiency }
      if index == nil { groups.append((efficiency, Group())) }
      let place = index ?? groups.count - 1
      groups[place].group.observed += period.observed
      groups[place].group.background += electrons / exposure * events
      groups[place].group.signal += electrons * efficiency / effective
    }
    return groups.map(\.group)
  }
}
