// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector

/// e+ e- -> X -> a pair of fermions from explicit matrices, per g^2 g_f^2 of the couplings, summed
/// over all spins and divided by the four of the initial state, without the width of X.
enum PairAmplitudeTrace {
  static func square(
    _ structure: LorentzStructure, to final: LorentzStructure, electron: Double, fermion: Double,
    mass: Double, _ frame: CentreOfMass
  ) -> Double {
    let (p, anti) = (frame.incoming[0], frame.incoming[1])
    let (q, last) = (frame.outgoing[0], frame.outgoing[1])
    let total = zip(p, anti).map { $0 + $1 }
    let before = tensor(
      structure, DiracMatrix.slash(anti, plus: -electron), DiracMatrix.slash(p, plus: electron))
    let after = tensor(
      final, DiracMatrix.slash(q, plus: fermion), DiracMatrix.slash(last, plus: -fermion))
    let weights = DiracMatrix.polarisations(structure, total, mass)
    var sum = 0.0
    for a in weights.indices {
      for b in weights.indices {
        for c in weights.indices where weights[a][c] != 0 {
          for d in weights.indices where weights[b][d] != 0 {
            sum += before[a][b] * after[c][d] * weights[a][c] * weights[b][d]
          }
        }
      }
    }
    let distance = frame.invariant - mass * mass
    return sum / (4 * distance * distance)
  }

  /// The real part of the trace of left V_a right Vbar_b; the imaginary parts drop out of the sum over
  /// directions.
  private static func tensor(
    _ structure: LorentzStructure, _ left: DiracMatrix, _ right: DiracMatrix
  ) -> [[Double]] {
    let vertices = DiracMatrix.vertices(structure)
    return vertices.map { a in
      vertices.map { b in (left * a * right * b.conjugate).trace }
    }
  }
}
