// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics

/// A kind of particle under the number that stands for it in a file.
package struct NumberedSpecies: Hashable, Sendable {
  /// The number after the Particle Data Group; X has one of those that are free, by default 55.
  package var id: Int32
  /// What it is, such as `X`, `e-` or `tungsten`.
  package var name: String
  /// Its mass in GeV.
  package var mass: Double

  /// Joins a number, a name and a mass in GeV.
  package init(id: Int32, name: String, mass: Double) {
    self.id = id
    self.name = name
    self.mass = mass
  }

  /// The number of X where the user chooses no other: that of a mediator of dark matter with spin 1.
  /// - Source: PDG:2024cfk, section 45 (Monte Carlo particle numbering scheme), dark matter
  package static let defaultMediatorID: Int32 = 55
}

/// What one weight of the events stands for.
package struct WeightColumn: Hashable, Sendable {
  /// Its name, such as `nominal` or `m=17MeV`.
  package var name: String

  /// The cross section in pb of what it describes, with the numerical error.
  ///
  /// Of N events one stands for the part w / N of it, w being its weight.
  package var crossSection: Estimate

  /// Joins a name and a cross section in pb.
  package init(name: String, crossSection: Estimate) {
    self.name = name
    self.crossSection = crossSection
  }
}

/// A fact of a run that has no place of its own, such as `decay` = `e+ e-`.
package struct RunRemark: Hashable, Sendable {
  /// What it is about, in letters, digits and underscores.
  package var name: String
  /// What there is to say, on one line.
  package var text: String

  /// Joins a name and a text.
  package init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}

/// What all events of a file have in common.
package struct RunHeader: Hashable, Sendable {
  /// The program that made the events.
  package var tool: String
  /// Its version.
  package var version: String
  /// The process that makes X, such as `brems`.
  package var process: String
  /// What comes in.
  package var beam: NumberedSpecies
  /// The total energy of the beam in GeV.
  package var beamEnergy: Double
  /// What it meets, at rest.
  package var target: NumberedSpecies
  /// The seed of all random streams.
  package var seed: UInt64
  /// Every other kind of particle in the events, X first.
  package var species: [NumberedSpecies]
  /// What the weights of each event stand for; the first is the one to use where there is a choice.
  package var weights: [WeightColumn]
  /// Further facts, in the order in which they shall be written.
  package var remarks: [RunRemark]

  /// Makes the header of a run of the program.
  package init(
    tool: String = "lacuna", version: String, process: String, beam: NumberedSpecies,
    beamEnergy: Double, target: NumberedSpecies, seed: UInt64, species: [NumberedSpecies],
    weights: [WeightColumn], remarks: [RunRemark] = []
  ) {
    self.tool = tool
    self.version = version
    self.process = process
    self.beam = beam
    self.beamEnergy = beamEnergy
    self.target = target
    self.seed = seed
    self.species = species
    self.weights = weights
    self.remarks = remarks
  }

  /// The kinds of particles as one line, `55 = X, 11 = e-`.
  package var speciesLine: String {
    species.map { "\($0.id) = \($0.name)" }.joined(separator: ", ")
  }
}
