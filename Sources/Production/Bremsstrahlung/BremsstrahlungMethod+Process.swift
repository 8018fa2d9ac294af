// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

extension BremsstrahlungMethod {
  /// Bremsstrahlung of X by this method.
  ///
  /// - Parameters:
  ///   - boson: X and its coupling to the lepton.
  ///   - leptonMass: in GeV.
  ///   - atom: the atom.
  ///   - fluxLimit: where the flux of virtual photons ends, for `ww`.
  ///   - relativeError: what integrals aim at, as a fraction of the result.
  /// - Returns: the process.
  /// - Throws: where the method does not apply.
  package func process(
    _ boson: RadiatedBoson, leptonMass: Double, on atom: TargetAtom, fluxLimit: FluxLimit = .mass,
    relativeError: Double = 1e-4
  ) throws(ProductionError) -> any Process {
    switch self {
    case .exact:
      try ExactBremsstrahlung(
        boson, leptonMass: leptonMass, atom: atom,
        accuracy: relativeError < 1e-3 ? .converged : .fast)
    case .williams:
      EquivalentPhotonBremsstrahlung(
        boson, leptonMass: leptonMass, on: atom, flux: .local(fluxLimit),
        relativeError: relativeError)
    case .improvedWilliams:
      EquivalentPhotonBremsstrahlung(
        boson, leptonMass: leptonMass, on: atom, flux: .constant, relativeError: relativeError)
    case .leadingLog:
      LeadingLogBremsstrahlung(boson, leptonMass: leptonMass, on: atom)
    }
  }
}
