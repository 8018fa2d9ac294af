// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// The unified construction with probabilities that are averaged over uncertainties.
///
/// The ordering is P(n | s) / P(n | max(0, (n - b)/e)) with averaged probabilities and the central
/// values b and e in the denominator; without uncertainties it is that of Feldman and Cousins. The
/// ends are sought on 150 signals and refined by bisection, so an accepted sliver between two of
/// them is missed.
///
/// - Source: Conrad:2002kn, averaged probabilities in the construction
struct AveragedConstruction {
  private let averaged: AveragedModel
  private let level: Double

  /// The probability of each count for the signal that fits it best.
  private let best: [Double]

  /// The largest signal in question.
  private let largestSignal: Double

  /// Prepares the construction for one bin.
  init(
    _ model: CountingModel, _ bin: CountingBin, level: ConfidenceLevel
  ) throws(InferenceError) {
    self.level = level.value
    largestSignal = 3 * model.crudeLimit
    let capacity = max(
      bin.observed, model.practicallyLargestCount(in: bin, signal: largestSignal, leaving: 1e-6))
    guard capacity <= 1000 else {
      throw InferenceError(
        .tooLarge, "no unified interval for \(bin.observed) events with uncertainties",
        because: "it would average and order \(capacity) counts for every signal",
        suggestion: "use cls, bayes or profile")
    }
    let averaged = AveragedModel(model, capacities: [capacity])
    self.averaged = averaged
    best = (0...capacity).map { count in
      let signal = max(0, Double(count) - bin.background.value) / bin.efficiency.value
      return averaged.probability(of: [count], signal: signal)
    }
  }

  /// The smallest and the largest signal that accept a count.
  func interval(observed count: Int) -> (lower: Double, upper: Double) {
    let steps = 150
    let grid = (0...steps).map { largestSignal * Double($0) / Double(steps) }
    let isAccepted = grid.map { accepts(count, signal: $0) }
    guard let first = isAccepted.firstIndex(of: true),
      let last = isAccepted.lastIndex(of: true)
    else { return (0, 0) }
    let lower = first > 0 ? edge(count, accepted: grid[first], rejected: grid[first - 1]) : 0
    let upper =
      last < steps ? edge(count, accepted: grid[last], rejected: grid[last + 1]) : largestSignal
    return (lower, upper)
  }

  /// Whether the counts that rank before this one stay below the level.
  private func accepts(_ count: Int, signal: Double) -> Bool {
    let probabilities = averaged.probabilities(upTo: best.count - 1, signal: signal)
    let rank = probabilities[count] * (1 + 1e-12) / best[count]
    var sum = 0.0
    for (probability, best) in zip(probabilities, best) where probability > rank * best {
      sum += probability
    }
    return sum < level
  }

  private func edge(_ count: Int, accepted: Double, rejected: Double) -> Double {
    var (good, bad) = (accepted, rejected)
    for _ in 0..<40 {
      let middle = 0.5 * (good + bad)
      if accepts(count, signal: middle) { good = middle } else { bad = middle }
    }
    return good
  }
}
