// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector

/// The squared amplitude of an electron line with a photon and X from explicit matrices, per
/// e^2 g^2, summed over all spins and divided by the four of the initial state.
enum PhotonAmplitudeTrace {
  /// gamma(k) e(p) -> X(q) e(last).
  static func compton(
    _ structure: LorentzStructure, electron m: Double, mass: Double,
    photon k: [Double], first p: [Double], boson q: [Double], last: [Double]
  ) -> Double {
    let direct = DiracMatrix.slash(zip(p, k).map { $0 + $1 }, plus: m)
    let crossed = DiracMatrix.slash(zip(p, q).map { $0 - $1 }, plus: m)
    return square(
      structure, mass, q, from: DiracMatrix.slash(p, plus: m),
      to: DiracMatrix.slash(last, plus: m),
      photonFirst: (direct, 2 * DiracMatrix.dot(p, k)),
      bosonFirst: (crossed, -2 * DiracMatrix.dot(last, k)))
  }

  /// e-(p) e+(anti) -> gamma(k) X(q).
  static func annihilation(
    _ structure: LorentzStructure, electron m: Double, mass: Double,
    first p: [Double], anti: [Double], photon k: [Double], boson q: [Double]
  ) -> Double {
    let one = DiracMatrix.slash(zip(p, k).map { $0 - $1 }, plus: m)
    let other = DiracMatrix.slash(zip(k, anti).map { $0 - $1 }, plus: m)
    return square(
      structure, mass, q, from: DiracMatrix.slash(p, plus: m),
      to: DiracMatrix.slash(anti, plus: -m),
      photonFirst: (one, -2 * DiracMatrix.dot(p, k)),
      bosonFirst: (other, -2 * DiracMatrix.dot(anti, k)))
  }

  private static func square(
    _ structure: LorentzStructure, _ mass: Double, _ q: [Double], from: DiracMatrix,
    to: DiracMatrix, photonFirst: (DiracMatrix, Double), bosonFirst: (DiracMatrix, Double)
  ) -> Double {
    let vertices = DiracMatrix.vertices(structure)
    let weights = DiracMatrix.polarisations(structure, q, mass)
    let one = ComplexNumber(1 / photonFirst.1) * photonFirst.0
    let two = ComplexNumber(1 / bosonFirst.1) * bosonFirst.0
    var sum = 0.0
    for mu in 0..<4 {
      let gamma = DiracMatrix.gamma[mu]
      let lines = vertices.map { $0 * one * gamma + gamma * two * $0 }
      let left = lines.map { to * $0 * from }
      let right = lines.map(\.conjugate)
      for a in vertices.indices {
        for b in vertices.indices where weights[a][b] != 0 {
          sum -= DiracMatrix.metric[mu] * weights[a][b] * (left[a] * right[b]).trace
        }
      }
    }
    return sum / 4
  }
}
