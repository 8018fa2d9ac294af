// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Energy and angle of an X whose mass is left open; a hot value type.
package struct SharedEmission: Hashable, Sendable {
  /// v in GeV, what X leaves to lepton and nucleus above the mass of the lepton.
  package let residual: Double
  /// omega, the energy of X, in GeV.
  package let bosonEnergy: Double
  /// x = omega / E.
  package let fraction: Double
  /// theta, the angle of X to the beam, in rad.
  package let angle: Double

  /// Takes the energy and the angle of an X of known mass.
  init(_ recoil: RecoilKinematics) {
    let emission = recoil.emission
    residual = emission.residual
    bosonEnergy = emission.bosonEnergy
    fraction = emission.bosonEnergy / emission.beam.energy
    angle = emission.angle(at: max(0, recoil.virtuality - emission.leastVirtuality))
  }
}
