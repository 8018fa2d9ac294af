// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// What one way of making X gives, and at which masses it was computed.
package struct ChannelSignal: Sendable {
  /// The sums.
  package let tally: SignalTally
  /// The masses of the sums.
  package let lattice: MassLattice

  /// Joins sums and masses.
  package init(_ tally: SignalTally, at lattice: MassLattice) {
    self.tally = tally
    self.lattice = lattice
  }
}
