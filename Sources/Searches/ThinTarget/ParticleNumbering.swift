// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics
import Matter

/// The numbers under which records know the particles of an event.
///
/// - Source: PDG:2024cfk, section 45 (Monte Carlo particle numbering scheme)
package struct ParticleNumbering: Sendable {
  private let particles: ParticleTable

  /// Takes the numbers of known particles from their table.
  package init(_ particles: ParticleTable) { self.particles = particles }

  /// Numbers of dark matter by spin: 51 for scalars, 52 for fermions.
  ///
  /// The scheme has one number a spin. The heavier of two dark fermions takes 59, which is free.
  private static let dark: [(name: String, id: Int32)] = [
    ("phi", 51), ("phi*", -51), ("chi", 52), ("chi~", -52), ("chi1", 52), ("chi2", 59),
  ]

  /// A particle by the name that processes and decays give it.
  ///
  /// - Parameters:
  ///   - name: such as `e-`, `gamma` or `chi`.
  ///   - mass: its mass in GeV.
  /// - Returns: the particle under its number.
  /// - Throws: where no particle has the name.
  package func species(
    named name: String, mass: Double
  ) throws(UnknownName) -> NumberedSpecies {
    if let entry = Self.dark.first(where: { $0.name == name }) {
      return NumberedSpecies(id: entry.id, name: name, mass: mass)
    }
    let particle = try particles.particle(named: name)
    return NumberedSpecies(id: Int32(particle.pdgID), name: particle.name, mass: mass)
  }

  /// The nucleus of an element: 10LZZZAAAI with the nearest whole A, and 2212 for hydrogen.
  ///
  /// Its mass is that of the mean over the isotopes, as cross sections have it.
  /// - Parameter element: the element.
  /// - Returns: the nucleus under its number.
  package func nucleus(of element: Element) -> NumberedSpecies {
    let mass = element.nuclearMass.gev
    guard element.z > 1 else { return NumberedSpecies(id: 2212, name: "p", mass: mass) }
    let id = 1_000_000_000 + element.z * 10_000 + Int(element.atomicWeight.rounded()) * 10
    return NumberedSpecies(id: Int32(id), name: element.name, mass: mass)
  }
}

extension NumberedSpecies {
  /// Whether a detector sees it: charged leptons and photons.
  package var isVisible: Bool { [11, 13, 15, 22].contains(abs(id)) }
}
