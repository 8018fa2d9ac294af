// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Glibc
import Matter
import Numerics
import Production
import Quantities

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
  /// Where each mass annihilates; nil where it has no peak.
  private let peaks: [Peak?]

  /// What an approximation makes of each mass; none where the cross section is exact.
  private let ratios: [MethodRatio]

  /// The resonance of a mass in the energy of the positron.
  private struct Peak: Sendable {
    /// Where it is, in GeV.
    let energy: Double
    /// Its area on one electron, in pb GeV.
    let strength: Double
  }

  /// The relative width that stands for that of a resonance.
  ///
  /// Narrower than the spectrum of positrons has structure, and wide enough to hold events. Electrons
  /// of lead move, which spreads the true one by as much.
  private static let resolution = 0.04

  /// Prepares masses in GeV.
  ///
  /// - Parameters:
  ///   - structure: how X couples.
  ///   - masses: the masses in GeV.
  ///   - atoms: the atoms.
  ///   - method: how cross sections are computed.
  ///   - energies: from the lowest to the highest total energy in GeV of what emits, which
  ///     approximations are tabulated for.
  /// - Throws: where a mass is none.
  package init(
    _ structure: LorentzStructure, masses: [Double], atoms: [TargetAtom],
    method: BremsstrahlungMethod = .exact, energies: ClosedRange<Double> = 1...100
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
    var ratios: [MethodRatio] = []
    let heaviest = atoms.indices.max { atoms[$0].z < atoms[$1].z }
    if method != .exact, let heaviest {
      for process in rows[heaviest] {
        ratios.append(
          try MethodRatio(
            method, to: process, from: energies.lowerBound, to: energies.upperBound))
      }
    }
    self.ratios = ratios
    peaks = masses.map { Self.peak(structure, mass: $0) }
  }

  private static func peak(_ structure: LorentzStructure, mass: Double) -> Peak? {
    // With electrons alone to couple to, all X that are made count, whatever becomes of them.
    let charge = PhysicalConstants.naturalCharge
    let boson = AnnihilatingBoson(
      structure, mass: mass, leptons: PerLepton(electron: charge, muon: 0, tau: 0),
      leptonMasses: .each(Electron.mass))
    guard
      let process = try? ResonantAnnihilation(
        boson, into: .leptons(.electron), on: TargetAtom(z: 1, atomicWeight: 1, mass: 1)),
      let energy = process.resonance, let strength = process.strength
    else { return nil }
    return Peak(energy: energy, strength: strength)
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
    guard emission.atom != SignalEmission.electrons else {
      return emission.factor * annihilation(of: index, at: emission.energy)
    }
    let density = processes[emission.atom][index].density(of: emission.recoil, at: emission.energy)
    guard !ratios.isEmpty, density > 0 else { return emission.factor * density }
    return emission.factor * density
      * ratios[index](energy: emission.energy, residual: emission.recoil.residual)
  }

  /// The cross section of annihilation on one electron in pb, the peak a Gaussian of the same area.
  private func annihilation(of index: Int, at energy: Double) -> Double {
    guard let peak = peaks[index] else { return 0 }
    let width = Self.resolution * peak.energy
    let pull = (energy - peak.energy) / width
    return pull.magnitude > 4
      ? 0 : peak.strength * exp(-0.5 * pull * pull) / (width * (2 * Double.pi).squareRoot())
  }
}
