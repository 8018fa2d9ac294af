// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Matter

extension ExactBremsstrahlung {
  /// Whether the nucleus is hit so hard that it seldom stays whole; a warning is due.
  ///
  /// True where ``elasticReach(at:)`` exceeds 1/4. On lead the inelastic part is then 7% of the
  /// elastic one and grows fast: for electrons of 100 GeV 3% at 1 GeV, 9% at 2, 30% at 3, 300% at
  /// 5.
  package func elasticFailure(at energy: Double) -> Bool { elasticReach(at: energy) > 0.25 }

  /// The smallest momentum transfer over the scale of the nuclear form factor, sqrt(t_min / d).
  ///
  /// t_min is the exact one, smallest where X goes straight ahead; m^4 / (4 E^2) in the limit of
  /// high energies and m >> m_l. Infinite at and below the threshold.
  /// - Source: Bjorken:2009mm, appendix A (scale d)
  package func elasticReach(at energy: Double) -> Double {
    guard let beam = try? kinematics(at: energy), let residuals = beam.residuals else {
      return .infinity
    }
    // A coarse search suffices: t_min is flat around its minimum.
    let map = residualMap(beam, residuals, leptonMass)
    var least = Double.infinity
    for step in 1..<64 {
      let residual = residuals.lowerBound + map(Double(step) / 64).fromLower
      let emission = EmissionKinematics(beam, residual: residual)
      least = min(least, RecoilKinematics(emission, excess: 0).leastTransfer)
    }
    return (least / atom.elastic.size).squareRoot()
  }

  /// What the break-up of the nucleus adds, over the elastic cross section: the width of the band
  /// that a result should carry.
  ///
  /// - Parameter energy: total energy of the lepton in GeV.
  /// - Returns: the ratio; zero below the threshold.
  /// - Throws: where the energy is not a number.
  package func inelasticShare(at energy: Double) throws(ProductionError) -> Double {
    let whole = try with(.elastic).total(at: energy).value
    guard whole > 0 else { return 0 }
    return try with(.elasticAndInelastic).total(at: energy).value / whole - 1
  }

  /// The same process on the same atom that may or may not break up.
  private func with(_ content: PhotonFlux.Content) throws(ProductionError) -> ExactBremsstrahlung {
    let target = TargetAtom(
      z: atom.z, atomicWeight: atom.atomicWeight, mass: atom.mass, content)
    return try ExactBremsstrahlung(
      boson, leptonMass: leptonMass, atom: target, fractions: fractions, accuracy: accuracy)
  }
}
