// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics

/// What a search says about one mass.
package struct SearchPoint: Sendable {
  /// The mass in GeV.
  package let mass: Double
  /// X above the missing energy per beam particle at epsilon = 1, whatever is measured of them.
  package let yield: Estimate
  /// X left after the trigger and each cut, per beam particle at epsilon = 1; all simulated X first.
  package let stages: [Estimate]
  /// How many events of weight 1 tell as much about what is made.
  package let effectiveCount: Double
  /// The relative uncertainty of the signal that the limit knows of.
  package let signalError: Double
  /// Events in all run periods at epsilon = 1, all factors included.
  package let events: Double
  /// The limit on signal events.
  package let limit: EventLimit.Point

  /// X that are selected, per beam particle at epsilon = 1.
  package var selected: Estimate { stages[stages.count - 1] }

  /// Selected over made X, the factors of the card left out.
  package var efficiency: Estimate {
    guard yield.value > 0 else { return Estimate(value: 0, error: 0) }
    let ratio = selected.value / yield.value
    let made = yield.error / yield.value * selected.value
    let rest = selected.error * selected.error - made * made
    return Estimate(value: ratio, error: max(0, rest).squareRoot() / yield.value)
  }

  /// The relative statistical error of what is selected; infinite where nothing is.
  package var simulationError: Double {
    selected.value > 0 ? selected.error / selected.value : .infinity
  }

  /// epsilon at a number of signal events, sqrt(S / N(1)); infinite where none are expected.
  package func epsilon(at signal: Double) -> Double {
    events > 0 ? (signal / events).squareRoot() : .infinity
  }

  /// The limit on epsilon for the observed counts.
  package var epsilon: Double { epsilon(at: limit.observed) }

  /// Why there is no limit; nil where there is one.
  package var refusal: String? {
    if yield.value == 0 { return "no X of this mass is made above the missing energy" }
    return events > 0 ? nil : "no X of this mass is selected"
  }
}
