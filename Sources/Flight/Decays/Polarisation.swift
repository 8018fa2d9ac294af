// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// How the spin of a vector or axial boson lies along its flight, in the frame of the laboratory.
///
/// The diagonal of its spin density matrix in the basis of helicities. The two transverse helicities
/// are taken to be equally frequent, as unpolarised beams and couplings that conserve parity make
/// them. The elements off the diagonal would make the azimuth about the flight uneven; they are left
/// out, which leaves the distribution of the polar angle exact.
package struct Polarisation: Hashable, Sendable, CustomStringConvertible {
  /// The share of helicity 0, from 0 to 1; each transverse helicity has half of the rest.
  package let longitudinal: Double

  /// Makes a polarisation of the share of helicity 0.
  /// - Throws: ``FlightError`` if the share is none.
  package init(longitudinal share: Double) throws(FlightError) {
    guard share >= 0 && share <= 1 else {
      throw FlightError(
        "invalid longitudinal share \(share) of a polarisation", because: "must be from 0 to 1",
        try: "give 1/3 for a boson without polarisation")
    }
    longitudinal = share
  }

  private init(trusted share: Double) { longitudinal = share }

  /// All three helicities alike: decays are isotropic.
  package static let none = Polarisation(trusted: 1.0 / 3)

  /// Helicities +1 and -1 alike, none with 0: as of a real photon.
  package static let transverse = Polarisation(trusted: 0)

  /// Helicity 0 alone.
  package static let longitudinal = Polarisation(trusted: 1)

  /// What a record says of the polarisation that was used.
  package var description: String {
    self == .none
      ? "unpolarised" : "helicity 0 with a share of \(longitudinal), +1 and -1 alike"
  }
}
