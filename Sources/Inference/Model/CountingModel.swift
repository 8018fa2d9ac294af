// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// What a counting experiment of one or several bins knows.
///
/// Bin i expects s e_i f_e + b_i f_b events. Efficiencies e_i and backgrounds b_i vary
/// independently, each with its own error; f_e and f_b are factors about one that all bins share,
/// such as the error of the flux or of a fake rate.
package struct CountingModel: Hashable, Sendable {
  /// The bins, at least one.
  package let bins: [CountingBin]

  /// The factor f_e on all efficiencies.
  package let commonEfficiency: UncertainValue

  /// The factor f_b on all backgrounds.
  package let commonBackground: UncertainValue

  /// Checks and joins bins and common factors.
  /// - Parameters:
  ///   - bins: the bins, at least one, at least one of which can see signal.
  ///   - commonEfficiency: a factor of value one on all efficiencies.
  ///   - commonBackground: a factor of value one on all backgrounds.
  /// - Throws: ``InferenceError`` where an input is not sound.
  package init(
    bins: [CountingBin], commonEfficiency: UncertainValue = .one,
    commonBackground: UncertainValue = .one
  ) throws(InferenceError) {
    guard !bins.isEmpty else {
      throw InferenceError(.invalidInput, "no bins", because: "a limit needs at least one")
    }
    guard bins.contains(where: { $0.efficiency.value > 0 }) else {
      throw InferenceError(
        .invalidInput, "no bin has an efficiency", because: "none of them can see a signal")
    }
    for (name, factor) in [
      ("common efficiency", commonEfficiency), ("common background", commonBackground),
    ] where factor.value != 1 {
      throw InferenceError(
        .invalidInput, "invalid \(name)=\(factor.value)", because: "a common factor is about one",
        suggestion: "put the value into the bins and give the relative error here")
    }
    self.init(
      sound: bins, commonEfficiency: commonEfficiency, commonBackground: commonBackground)
  }

  /// One bin, the signal in events.
  /// - Parameters:
  ///   - observed: the observed count, a whole number.
  ///   - background: the background in events.
  ///   - efficiency: the signal events for a signal strength of one.
  /// - Throws: ``InferenceError`` where an input is not sound.
  package init(
    observed: Double, background: UncertainValue, efficiency: UncertainValue = .one
  ) throws(InferenceError) {
    try self.init(bins: [
      CountingBin(observed: observed, background: background, efficiency: efficiency)
    ])
  }

  private init(
    sound bins: [CountingBin], commonEfficiency: UncertainValue, commonBackground: UncertainValue
  ) {
    self.bins = bins
    self.commonEfficiency = commonEfficiency
    self.commonBackground = commonBackground
  }

  /// The same experiment with other counts.
  /// - Parameter counts: one count for each bin, zero or above.
  /// - Returns: the model with these counts.
  func observing(_ counts: [Int]) -> CountingModel {
    CountingModel(
      sound: zip(bins, counts).map {
        CountingBin(count: $1, background: $0.background, efficiency: $0.efficiency)
      }, commonEfficiency: commonEfficiency, commonBackground: commonBackground)
  }

  /// The observed count of all bins together.
  package var observed: Int { bins.reduce(0) { $0 + $1.observed } }

  /// The central background of all bins together.
  package var background: Double { bins.reduce(0) { $0 + $1.background.value } }

  /// The central efficiency of all bins together.
  package var efficiency: Double { bins.reduce(0) { $0 + $1.efficiency.value } }

  /// Whether any background has an error.
  var hasUncertainBackground: Bool {
    commonBackground.isUncertain || bins.contains { $0.background.isUncertain }
  }

  /// Whether any efficiency has an error.
  var hasUncertainEfficiency: Bool {
    commonEfficiency.isUncertain || bins.contains { $0.efficiency.isUncertain }
  }

  /// How uncertainties enter a result that averages over them, in words; nil without any.
  var averagingNote: String? {
    guard hasUncertainBackground || hasUncertainEfficiency else { return nil }
    var shapes: Set<UncertaintyShape> = []
    for value in [commonEfficiency, commonBackground] + bins.map(\.background)
      + bins.map(\.efficiency) where value.isUncertain
    {
      shapes.insert(value.shape)
    }
    let titles = UncertaintyShape.allCases.filter(shapes.contains).map(\.title)
    return "uncertainties averaged over (Cousins-Highland): " + titles.joined(separator: ", ")
  }
}

extension CountingModel {
  /// One bin for all, without background.
  init(withoutBackground model: CountingModel) {
    self.init(
      sound: model.bins.map {
        CountingBin(count: $0.observed, background: .exactly(0), efficiency: $0.efficiency)
      }, commonEfficiency: model.commonEfficiency, commonBackground: .one)
  }
}

extension CountingModel {
  /// The model without the bins that cannot see signal; they say nothing about its strength.
  var seeingSignal: CountingModel {
    CountingModel(
      sound: bins.filter { $0.efficiency.value > 0 }, commonEfficiency: commonEfficiency,
      commonBackground: commonBackground)
  }

  /// About the limit that is expected, from background and efficiency alone.
  var referenceSignal: Double { (2.3 + 1.64 * background.squareRoot()) / efficiency }

  /// About the limit for the observed counts; never far too small.
  var crudeLimit: Double {
    let events = Double(observed)
    let excess = max(0, events - background)
    return (excess + 2.3 + 2 * events.squareRoot()) / efficiency
  }

  /// A count that a bin exceeds with a negligible probability, for a signal strength.
  /// - Parameters:
  ///   - bin: the bin.
  ///   - signal: the signal strength.
  ///   - tail: what is negligible, for each of the uncertain numbers.
  /// - Returns: the count.
  func practicallyLargestCount(
    in bin: CountingBin, signal: Double, leaving tail: Double = 1e-13
  ) -> Int {
    let mean =
      bin.background.practicallyLargest(leaving: tail)
      * commonBackground.practicallyLargest(leaving: tail)
      + signal * bin.efficiency.practicallyLargest(leaving: tail)
      * commonEfficiency.practicallyLargest(leaving: tail)
    return Int(mean + 9 * mean.squareRoot()) + 25
  }
}
