// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics

/// The signal of each mass at each stage of the selection, per beam particle at epsilon = 1.
///
/// Stage 0 is all X that are simulated, stage 1 those above the missing energy, whatever is measured;
/// then the cuts one after the other, of all that are simulated.
package struct SignalTally: Sendable {
  /// The first stages.
  package enum Stage: Int, CaseIterable, Sendable {
    /// All X that are simulated.
    case simulated
    /// X above the missing energy.
    case missing
  }

  /// How many stages there are.
  package let stages: Int
  /// How many masses there are.
  package let masses: Int
  /// The number of beam particles.
  package private(set) var showers = 0
  /// Sums of weights, and of their squares: mass after mass, stage after stage.
  private var sums: [CompensatedSum]
  private var squares: [CompensatedSum]

  /// An empty tally.
  package init(masses: Int, cuts: Int) {
    self.masses = masses
    stages = Stage.allCases.count + cuts
    sums = [CompensatedSum](repeating: CompensatedSum(), count: masses * stages)
    squares = sums
  }

  /// Counts beam particles.
  mutating func count(_ showers: Int) { self.showers += showers }

  /// Adds an event.
  ///
  /// - Parameters:
  ///   - weight: what it stands for.
  ///   - mass: which mass.
  ///   - isMissing: whether X is above the missing energy.
  ///   - passed: how many cuts it passes, one after the other.
  @inline(__always)
  mutating func add(_ weight: Double, mass: Int, isMissing: Bool, passed: Int) {
    let row = mass * stages
    func enter(_ stage: Int) {
      sums[row + stage].add(weight)
      squares[row + stage].add(weight * weight)
    }
    enter(Stage.simulated.rawValue)
    if isMissing { enter(Stage.missing.rawValue) }
    for cut in 0..<passed { enter(Stage.allCases.count + cut) }
  }

  /// Adds another tally.
  mutating func merge(_ other: SignalTally) {
    showers += other.showers
    for index in sums.indices {
      sums[index].add(other.sums[index])
      squares[index].add(other.squares[index])
    }
  }

  /// The X of a mass at a stage per beam particle, with the statistical error.
  package func yield(mass: Int, stage: Int) -> Estimate {
    let n = Double(max(showers, 1))
    let sum = sums[mass * stages + stage].value
    let square = squares[mass * stages + stage].value
    let mean = sum / n
    return Estimate(
      value: mean, error: (max(0, square / n - mean * mean) / max(n - 1, 1)).squareRoot())
  }

  /// How many events of weight 1 tell as much, (sum w)^2 / sum of w^2.
  ///
  /// - Source: Kish1965survey, section 11.7
  package func effectiveCount(mass: Int, stage: Int) -> Double {
    let sum = sums[mass * stages + stage].value
    let square = squares[mass * stages + stage].value
    return square > 0 ? sum * sum / square : 0
  }
}
