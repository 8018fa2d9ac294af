// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards

/// A plane that counts charged particles, as a card describes it.
package struct Counter: Hashable, Sendable {
  /// What it is made of, and how thick.
  package let slab: Slab
  /// How often a particle leaves no signal.
  package let inefficiency: Double
  /// How its light is read.
  package let readout: Readout

  /// Reads a counter.
  init(_ section: Section, slab: Slab) {
    self.slab = slab
    inefficiency = section[CounterKeys.inefficiency].value.share
    readout = Readout(section[CounterKeys.readout])
  }
}
