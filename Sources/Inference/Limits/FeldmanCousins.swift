// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// The unified interval of Feldman and Cousins for a known background.
///
/// For each signal strength counts are accepted in falling order of P(n | s + b) /
/// P(n | max(0, n - b) + b) until their probability reaches cl; the interval holds all strengths
/// that accept the observed count. Its ends are found in closed steps, not on a grid; see
/// ``UnifiedConstruction``.
///
/// Published tables lengthen the interval so that its upper end never rises with the background
/// (`published`); the construction alone has an upper end that saw-tooths (`raw`). With
/// uncertainties the result is that of ``AveragedConstruction`` and says so.
///
/// - Source: Feldman:1997qc, section IV (construction and the lengthened upper end)
package struct FeldmanCousins: LimitMethod {
  /// Which upper end is given.
  package enum Edges: String, CaseIterable, Hashable, Sendable {
    /// Never rising with the background, as in the published tables.
    case published
    /// As the construction gives it.
    case raw
  }

  /// Which upper end is given.
  package let edges: Edges

  /// Makes the method.
  package init(edges: Edges = .published) { self.edges = edges }

  package var name: String { edges == .published ? "feldman-cousins" : "feldman-cousins-raw" }

  package var summary: String {
    "two-sided interval of strengths that accept the count, ordered by likelihood ratio"
      + (edges == .published ? ", upper end monotone in the background" : "")
  }

  package func interval(
    for model: CountingModel, at level: ConfidenceLevel
  ) throws(InferenceError) -> SignalInterval {
    let bin = try requireOneBin(model)
    guard !model.hasUncertainBackground, !model.hasUncertainEfficiency else {
      let (lower, upper) = try AveragedConstruction.interval(model, bin, level: level)
      return SignalInterval(
        method: self, at: level, lower: lower, upper: upper,
        notes: [
          "extended to averaged probabilities (Conrad et al.), upper end as the construction "
            + "gives it",
          model.averagingNote,
        ])
    }
    let construction = UnifiedConstruction(
      background: bin.background.value, level: level.value)
    let upper =
      edges == .raw
      ? construction.upperEnd(observed: bin.observed)
      : construction.monotoneUpperEnd(observed: bin.observed)
    return SignalInterval(
      method: self, at: level,
      lower: construction.lowerEnd(observed: bin.observed) / bin.efficiency.value,
      upper: upper / bin.efficiency.value)
  }
}
