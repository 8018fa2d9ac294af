// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// The particles of an electromagnetic shower.
package enum ShowerSpecies: Int, CaseIterable, Sendable {
  /// e-.
  case electron
  /// e+.
  case positron
  /// gamma.
  case photon
}

/// A particle of a shower at a point: GeV, mm, ns.
package struct ShowerParticle: Sendable {
  /// What it is.
  package var species: ShowerSpecies
  /// Kinetic energy in GeV.
  package var energy: Double
  /// Where it is in mm; z is the depth.
  package var position: ShowerVector
  /// Where it goes, a unit vector.
  package var direction: ShowerVector
  /// When it is there, in ns after the beam particle entered.
  package var time: Double
  /// How many particles it stands for.
  package var weight: Double
  /// The layer it is in; negative where only its position tells.
  var layer: Int32 = -1

  /// Makes a particle.
  package init(
    _ species: ShowerSpecies, energy: Double, position: ShowerVector = ShowerVector(0, 0, 0),
    direction: ShowerVector = ShowerVector(0, 0, 1), time: Double = 0, weight: Double = 1
  ) {
    self.species = species
    self.energy = energy
    self.position = position
    self.direction = direction
    self.time = time
    self.weight = weight
  }
}

/// A piece of a particle's way, without any interaction but continuous loss.
package struct ShowerStep: Sendable {
  /// The particle at the beginning.
  package let start: ShowerParticle
  /// The kinetic energy at the end in GeV.
  package let energyAfter: Double
  /// The true path in mm, all detours of multiple scattering included.
  package let length: Double
  /// The end in mm; start and end are joined by a chord.
  package let end: ShowerVector
  /// The index of the material among those of the block; -1 in a gap.
  package let medium: Int
}
