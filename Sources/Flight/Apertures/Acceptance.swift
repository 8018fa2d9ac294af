// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Apertures in the order along the beam, all of which a particle has to hit, and magnets between.
///
/// A particle that starts behind an aperture does not hit it, and is not accepted.
package struct Acceptance: Hashable, Sendable {
  /// The apertures, sorted by z; equal ones keep the order given.
  package let apertures: [Aperture]

  /// The magnets.
  package let spectrometer: Spectrometer

  /// Joins apertures and magnets.
  package init(_ apertures: [Aperture], _ spectrometer: Spectrometer = Spectrometer()) {
    self.apertures = apertures.enumerated()
      .sorted { ($0.element.z, $0.offset) < ($1.element.z, $1.offset) }
      .map(\.element)
    self.spectrometer = spectrometer
  }

  /// True if a particle, bent by the magnets, hits every aperture.
  package func accepts(_ state: TrackState) -> Bool {
    var state = state
    for aperture in apertures {
      guard state.position.z <= aperture.z,
        let end = spectrometer.carry(state, toPlane: aperture.z),
        aperture.contains(end.position.x, end.position.y)
      else { return false }
      state = end
    }
    return true
  }

  /// Follows a particle through all apertures and writes down what it hits, up to the first miss.
  /// - Parameters:
  ///   - state: the particle at its start.
  ///   - hits: where the hits are appended; empty it with its capacity kept, and nothing is
  ///     allocated.
  /// - Returns: true if every aperture was hit.
  package func trace(_ state: TrackState, into hits: inout [Hit]) -> Bool {
    var state = state
    for (index, aperture) in apertures.enumerated() {
      guard state.position.z <= aperture.z,
        let end = spectrometer.carry(state, toPlane: aperture.z),
        aperture.contains(end.position.x, end.position.y)
      else { return false }
      hits.append(Hit(aperture: index, state: end))
      state = end
    }
    return true
  }
}
