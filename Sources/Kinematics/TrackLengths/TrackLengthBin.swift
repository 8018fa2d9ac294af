// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// One bin of a track-length spectrum, as it is printed: the mean over events with its error.
package struct TrackLengthBin: Hashable, Sendable {
  /// The lower edge, a kinetic energy in GeV.
  package let low: Double

  /// The upper edge in GeV.
  package let high: Double

  /// The track length per event between the edges, in the unit of the spectrum.
  package let length: Double

  /// The standard deviation of the mean; infinite for fewer than two events.
  package let error: Double

  /// dL/dE per event, the length over the width, in the unit of the spectrum per GeV.
  package var density: Double { length / (high - low) }

  /// The standard deviation of the mean of dL/dE.
  package var densityError: Double { error / (high - low) }
}
