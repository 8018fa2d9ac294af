// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities

/// A run period: one bin of the likelihood.
package struct RunPeriod: Sendable {
  /// Its name.
  package let name: String
  /// Beam particles on target.
  package let exposure: Measured<NumberDimension>
  /// What of the signal survives all that is not simulated, in this period alone.
  package let efficiency: Measured<FractionDimension>
  /// The events in the signal box.
  package let observed: Int

  init(_ element: Element) {
    name = element.name
    exposure = element[PeriodKeys.electrons]
    efficiency = element[PeriodKeys.efficiency]
    observed = element[PeriodKeys.observed]
  }
}
