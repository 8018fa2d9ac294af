// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Foundation
import Kinematics
import Matter
import Production
import Testing

/// Beams, masses and atoms that samplers of bremsstrahlung are tried on.
struct SampledBeam: CustomStringConvertible, Sendable {
  let structure: LorentzStructure
  let mass: Double
  let lepton: Double
  let energy: Double
  let atom: TargetAtom

  static let hydrogen = TargetAtom(z: 1, atomicWeight: 1.008, mass: 0.938)

  static let all = [
    SampledBeam(
      structure: .vector, mass: 16.7e-3, lepton: Bench.electron, energy: 100, atom: Bench.lead),
    SampledBeam(
      structure: .axial, mass: 0.2, lepton: Bench.muon, energy: 160,
      atom: Bench.lead(.elasticAndInelastic)),
    SampledBeam(
      structure: .pseudoscalar, mass: 5e-3, lepton: Bench.electron, energy: 0.011,
      atom: hydrogen),
    SampledBeam(
      structure: .scalar, mass: 1e-4, lepton: Bench.electron, energy: 1000, atom: Bench.lead),
  ]

  var description: String { "\(structure.rawValue) \(mass) of \(lepton) at \(energy) GeV" }

  func process() throws -> ExactBremsstrahlung {
    try ExactBremsstrahlung(
      RadiatedBoson(structure, mass: mass, epsilon: 1), leptonMass: lepton, atom: atom)
  }

  /// The probability below a residual energy v = E - m_l - E_X, from the spectrum in x.
  func residuals() throws -> SpectrumCurve {
    let process = try process()
    let shares = try #require(process.range(of: .energyFraction, at: energy))
    return try SpectrumCurve(
      (energy - lepton - shares.upperBound * energy)...(energy - lepton - shares.lowerBound
        * energy), low: 1e-5, high: 1e-3
    ) { residual in
      try process.differential(
        in: .energyFraction, at: (energy - lepton - residual) / energy, energy: energy
      ).value / energy
    }
  }

  /// The probability below an angle of X, from the spectrum in theta.
  func angles() throws -> SpectrumCurve {
    let process = try process()
    let range = try #require(process.range(of: .angle, at: energy))
    let scale = 1e-2 * min(1, max(mass, lepton) / energy)
    return try SpectrumCurve(range, low: scale / range.upperBound, high: 1e-2) { angle in
      try process.differential(in: .angle, at: angle, energy: energy).value
    }
  }
}

extension FourMomentum {
  /// The angle to the beam in rad.
  var angle: Double { atan2(momentum.transverse, momentum.z) }
}
