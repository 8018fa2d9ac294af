// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// What a counter measures of an event, in the order of its values.
package enum CounterObservable: Int, CaseIterable, Sendable {
  /// The deposited energy.
  case energy

  /// The name after the element's.
  package var name: String { "\(self)" }

  /// The declaration that cuts are checked against.
  var declaration: Observable {
    Observable(name, in: EnergyDimension.self, meaning: "deposited energy")
  }
}
