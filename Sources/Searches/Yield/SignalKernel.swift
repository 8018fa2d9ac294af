// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Matter
import Numerics
import Production

/// The cross sections of X of many masses off all atoms of a search, at epsilon = 1.
package struct SignalKernel: Sendable {
  /// The masses in GeV.
  package let masses: [Double]
  /// How X couples.
  package let structure: LorentzStructure
  /// The atoms.
  package let atoms: [TargetAtom]
  /// A row of masses for each atom.
  private let processes: [[ExactBremsstrahlung]]

  /// Prepares masses in GeV.
  ///
  /// - Throws: where a mass is none.
  package init(
    _ structure: LorentzStructure, masses: [Double], atoms: [TargetAtom]
  ) throws(ProductionError) {
    self.masses = masses
    self.structure = structure
    self.atoms = atoms
    var rows: [[ExactBremsstrahlung]] = []
    for atom in atoms {
      var row: [ExactBremsstrahlung] = []
      for mass in masses {
        row.append(try Self.process(structure, mass: mass, on: atom, shares: 0...1))
      }
      rows.append(row)
    }
    processes = rows
  }

  /// X of a mass in GeV off an atom, with the shares of the energy that count.
  package static func process(
    _ structure: LorentzStructure, mass: Double, on atom: TargetAtom,
    shares: ClosedRange<Double>
  ) throws(ProductionError) -> ExactBremsstrahlung {
    try ExactBremsstrahlung(
      RadiatedBoson(structure, mass: mass, epsilon: 1), leptonMass: Electron.mass, atom: atom,
      fractions: shares, accuracy: .converged)
  }

  /// How many X of a mass an emission stands for.
  ///
  /// - Parameters:
  ///   - index: which of the masses.
  ///   - emission: the emission.
  /// - Returns: the weight at epsilon = 1; zero where the mass cannot be made so.
  @inline(__always)
  package func weight(of index: Int, at emission: SignalEmission) -> Double {
    emission.factor
      * processes[emission.atom][index].density(of: emission.recoil, at: emission.energy)
  }
}
