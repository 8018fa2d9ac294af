// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Why there are no such bins of a track-length spectrum.
package struct TrackLengthError: Error, Hashable, CustomStringConvertible {
  /// The lowest energy asked for.
  package let lowest: Energy

  /// The highest energy asked for.
  package let highest: Energy

  /// The sentence in the shape PROBLEM (WHY) SUGGESTION.
  package var description: String {
    "invalid energies \(lowest) to \(highest) of a track-length spectrum (must increase, within "
      + "1 eV and 1 EeV) give the lowest energy that is followed and the energy of the beam"
  }
}
