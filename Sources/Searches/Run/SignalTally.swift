// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics

/// The signal of each mass at each stage of the selection, per beam particle at epsilon = 1.
///
/// Stage 0 is all X that are simulated, stage 1 those above the missing energy, whatever is measured;
/// then the cuts one after the other, of all that are simulated.
///
/// Cuts are applied to the events that have been measured. Where these are fewer than all, they give
/// the shares of the stages and all events give what the shares are of: the error of a share, a ratio of
/// sums over the same events, is small.
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
  /// Those of them whose events are measured.
  package private(set) var measuredShowers = 0
  /// Of X above the missing energy in all events: mass after mass.
  private var made: [Sums]
  /// Of events that are measured: mass after mass, stage after stage.
  private var measured: [Sums]

  /// Sums over events of one mass and stage.
  private struct Sums: Sendable {
    /// Of weights.
    var first = CompensatedSum()
    /// Of their squares.
    var second = CompensatedSum()
    /// Of the squares of those that are above the missing energy as well.
    var joint = CompensatedSum()

    mutating func add(_ weight: Double, isMissing: Bool) {
      first.add(weight)
      second.add(weight * weight)
      if isMissing { joint.add(weight * weight) }
    }

    mutating func merge(_ other: Sums) {
      first.add(other.first)
      second.add(other.second)
      joint.add(other.joint)
    }
  }

  /// An empty tally.
  package init(masses: Int, cuts: Int) {
    self.masses = masses
    stages = Stage.allCases.count + cuts
    made = [Sums](repeating: Sums(), count: masses)
    measured = [Sums](repeating: Sums(), count: masses * stages)
  }

  /// Counts beam particles.
  mutating func count(_ showers: Int, areMeasured: Bool) {
    self.showers += showers
    if areMeasured { measuredShowers += showers }
  }

  /// Adds an event.
  ///
  /// - Parameters:
  ///   - weight: what it stands for.
  ///   - mass: which mass.
  ///   - isMissing: whether X is above the missing energy.
  ///   - passed: how many cuts it passes, one after the other; nil where it is not measured.
  @inline(__always)
  mutating func add(_ weight: Double, mass: Int, isMissing: Bool, passed: Int?) {
    if isMissing { made[mass].add(weight, isMissing: true) }
    guard let passed else { return }
    let row = mass * stages
    measured[row].add(weight, isMissing: isMissing)
    if isMissing { measured[row + 1].add(weight, isMissing: true) }
    for cut in 0..<passed {
      measured[row + Stage.allCases.count + cut].add(weight, isMissing: isMissing)
    }
  }

  /// Adds another tally.
  mutating func merge(_ other: SignalTally) {
    showers += other.showers
    measuredShowers += other.measuredShowers
    for index in made.indices { made[index].merge(other.made[index]) }
    for index in measured.indices { measured[index].merge(other.measured[index]) }
  }

  /// The X of a mass above the missing energy per beam particle, with the statistical error.
  package func yield(mass: Int) -> Estimate {
    let n = Double(max(showers, 1))
    let mean = made[mass].first.value / n
    let square = made[mass].second.value / n
    return Estimate(
      value: mean, error: (max(0, square - mean * mean) / max(n - 1, 1)).squareRoot())
  }

  /// The X of a mass at a stage over those above the missing energy, with the statistical error.
  ///
  ///     variance = (sum of w^2 over A + r^2 sum over B - 2 r sum over both) / (sum of w over B)^2
  ///
  /// r is the ratio of A, the stage, to B, X above the missing energy.
  /// - Source: Barlow1989statistics, section 4.3 (propagation of errors)
  package func share(mass: Int, stage: Int) -> Estimate {
    let all = measured[mass * stages + Stage.missing.rawValue]
    let part = measured[mass * stages + stage]
    guard all.first.value > 0 else { return Estimate(value: 0, error: 0) }
    let ratio = part.first.value / all.first.value
    let variance =
      part.second.value + ratio * ratio * all.second.value - 2 * ratio * part.joint.value
    return Estimate(value: ratio, error: max(0, variance).squareRoot() / all.first.value)
  }

  /// How many events of weight 1 tell as much about what is made, (sum w)^2 / sum of w^2.
  ///
  /// - Source: Kish1965survey, section 11.7
  package func effectiveCount(mass: Int) -> Double {
    let sum = made[mass].first.value
    let square = made[mass].second.value
    return square > 0 ? sum * sum / square : 0
  }
}
