// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Where and when a particle met an aperture.
package struct Hit: Hashable, Sendable {
  /// The index of the aperture, in the order along the beam.
  package let aperture: Int

  /// The particle on its plane.
  package let state: TrackState
}
