// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A point of the Dalitz plane: the squared invariant masses of the pairs, in GeV^2.
///
/// They obey s12 + s23 + s13 = M^2 + m1^2 + m2^2 + m3^2; each is computed on its own, so that small
/// ones are as precise as large ones.
package struct DalitzPoint: Hashable, Sendable {
  /// (p1 + p2)^2.
  package let s12: Double

  /// (p2 + p3)^2.
  package let s23: Double

  /// (p1 + p3)^2.
  package let s13: Double
}

extension ThreeBodyDecay.Split {
  /// The point of the Dalitz plane of this split at an angle in the rest frame of the pair.
  ///
  ///     s23 = m2^2 + m3^2 + 2 (E2 E3 - p q c),  s13 = m1^2 + m3^2 + 2 (E1 E3 + p q c)
  ///
  /// with p = p* of the pair and q = q* M / m12, E3 the momentum and energy of 3 in its rest frame.
  /// - Parameter cosine: c, between daughter 1 and the flight of the pair away from 3.
  /// - Returns: the point.
  /// - Source: PDG:2024cfk, section 49 (Kinematics), three-body decays; Byckling1973particle,
  ///   Dalitz plot
  package func dalitzPoint(cosine: Double) -> DalitzPoint {
    let (m1, m2, m3) = (pair.firstMass, pair.secondMass, outer.secondMass)
    let p = pair.momentum
    // A massless pair at the threshold of the parent: 1 and 2 are not there, 3 is the parent.
    guard pair.parentMass > 0 else { return DalitzPoint(s12: 0, s23: m3 * m3, s13: m3 * m3) }
    let q = outer.momentum * outer.parentMass / pair.parentMass
    let third = (m3 * m3 + q * q).squareRoot()
    // E E3 - p q without cancellation, then p q (1 -+ c).
    func square(_ mass: Double, _ energy: Double, _ cosine: Double) -> Double {
      let sum = energy * third + p * q
      let least = sum > 0 ? (mass * mass * third * third + m3 * m3 * p * p) / sum : 0
      return mass * mass + m3 * m3 + 2 * (least + p * q * (1 - cosine))
    }
    return DalitzPoint(
      s12: pair.parentMass * pair.parentMass, s23: square(m2, pair.secondEnergy, cosine),
      s13: square(m1, pair.firstEnergy, -cosine))
  }

  /// The range of s23 in GeV^2 that the Dalitz plane leaves at this s12, the limits at c = 1 and -1.
  package var s23Range: ClosedRange<Double> {
    let lowest = dalitzPoint(cosine: 1).s23
    return lowest...max(lowest, dalitzPoint(cosine: -1).s23)
  }
}
