// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Why there is no such decay.
package enum DecayError: Error, Hashable, CustomStringConvertible {
  /// The parent is lighter than its daughters together; masses in GeV.
  case belowThreshold(parent: Double, daughters: [Double])

  /// A mass in GeV is negative or not a number, or the parent has none.
  case invalidMass(Double)

  /// The sentence in the shape PROBLEM (WHY) SUGGESTION.
  package var description: String {
    switch self {
    case .belowThreshold(let parent, let daughters):
      let names = daughters.map { Self.text($0) }.joined(separator: " + ")
      let sum = daughters.reduce(0, +)
      return "no decay of a mass of \(Self.text(parent)) into \(names) "
        + "(needs \(Self.text(sum)) or more) raise the mass of the parent or close the channel"
    case .invalidMass(let mass):
      return "invalid mass \(mass) GeV (must be finite, and positive for a parent) "
        + "give a mass in GeV"
    }
  }

  private static func text(_ mass: Double) -> String {
    mass.isFinite ? "\(Mass.gev(mass))" : "\(mass) GeV"
  }

  /// Checks that masses are masses and leave room for the decay.
  static func check(parent: Double, daughters: [Double]) throws(DecayError) {
    guard parent > 0, parent.isFinite else { throw .invalidMass(parent) }
    for mass in daughters where !(mass >= 0 && mass.isFinite) { throw .invalidMass(mass) }
    guard parent >= daughters.reduce(0, +) else {
      throw .belowThreshold(parent: parent, daughters: daughters)
    }
  }
}
