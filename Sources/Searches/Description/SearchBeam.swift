// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Glibc
import Matter
import Numerics
import Quantities
import Showers

/// The beam of a search, as showers take it.
package struct SearchBeam: Hashable, Sendable {
  /// e- or e+.
  package let species: ShowerSpecies
  /// The mean total energy in GeV.
  package let energy: Double
  /// The relative standard deviation of the momentum.
  package let spread: Double
  /// The standard deviation of the place at the target along x and along y, in mm.
  package let width: Double

  /// Momenta further from the mean than this many standard deviations are not made.
  private static let reach = 4.0

  init(_ section: Section) throws(SearchError) {
    switch section[BeamKeys.particle] {
    case "e-": species = .electron
    case "e+": species = .positron
    case let other:
      throw SearchError(
        "no search with a beam of \(other)",
        because: "showers of electrons and positrons are known",
        try: "choose 'particle: e-' or 'e+'", at: section.place(of: BeamKeys.particle))
    }
    let momentum = section[BeamKeys.momentum].value.gev
    energy = hypot(momentum, Electron.mass)
    spread = section[BeamKeys.spread].share
    // A Gaussian is 2 sqrt(2 ln 2) standard deviations wide at half its height.
    width = section[BeamKeys.spot].mm / (2 * (2 * log(2.0)).squareRoot())
  }

  /// The highest total energy in GeV.
  package var highest: Double { energy * (1 + Self.reach * spread) }

  /// Draws a particle about a point of the front face in mm.
  func draw(about x: Double, _ y: Double, using stream: inout RandomStream) -> ShowerParticle {
    let deviation = min(max(stream.normal(), -Self.reach), Self.reach)
    return ShowerParticle(
      species, energy: energy * (1 + spread * deviation) - Electron.mass,
      position: ShowerVector(x + width * stream.normal(), y + width * stream.normal(), 0))
  }
}
