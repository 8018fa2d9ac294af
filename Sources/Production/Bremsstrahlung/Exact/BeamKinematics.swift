// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// What beam and masses alone fix of l Z -> l Z X: the threshold and the limits of the phase space;
/// a hot value type.
///
/// All is exact: the nucleus recoils. Energies, momenta and masses in GeV. The emission is counted
/// by the residual energy
///
///     v = E - m_l - omega = (1 - x) E - m_l,    x = omega / E
///
/// what is left to move the lepton and the nucleus once X has its energy omega. Near x = 1, where
/// the spectrum of a heavy X peaks, it keeps the digits that 1 - x loses.
package struct BeamKinematics: Hashable, Sendable {
  /// E, the total energy of the lepton.
  package let energy: Double
  /// p, its momentum.
  package let momentum: Double
  /// m_l.
  package let leptonMass: Double
  /// m.
  package let bosonMass: Double
  /// M.
  package let nucleusMass: Double

  /// Makes the kinematics of a beam lepton on a nucleus at rest.
  package init(energy: Double, leptonMass: Double, bosonMass: Double, nucleusMass: Double) {
    self.energy = energy
    momentum = ((energy - leptonMass) * (energy + leptonMass)).squareRoot()
    self.leptonMass = leptonMass
    self.bosonMass = bosonMass
    self.nucleusMass = nucleusMass
  }

  /// The lowest energy, m_l + m + m (m + 2 m_l) / (2 M).
  package static func threshold(
    leptonMass: Double, bosonMass: Double, nucleusMass: Double
  ) -> Double {
    leptonMass + bosonMass + bosonMass * (bosonMass + 2 * leptonMass) / (2 * nucleusMass)
  }

  /// Whether X can be made.
  package var isOpen: Bool { energy > threshold }

  /// The residual energies at any angle of X, the smallest with X straight ahead.
  package var residuals: ClosedRange<Double>? { residuals(sineSquare: 0, isForward: true) }

  /// The residual energies at one angle theta of X to the beam; nil where there are none.
  ///
  /// With W = E - m_l, G = M W + m^2 / 2, the condition that lepton and nucleus can share what X
  /// leaves, p k cos(theta) >= (E + M) omega - G, is a quadratic in v:
  ///
  ///     A v^2 - 2 B v + (W m_l + m^2 / 2)^2 + p^2 sin^2(theta) (W^2 - m^2) <= 0
  ///     A = M^2 + m_l^2 + 2 M E + p^2 sin^2(theta)
  ///     B = W (M E + m_l^2 + p^2 sin^2(theta)) - m^2 (E + M) / 2
  ///
  /// in which nothing cancels at the small root.
  ///
  /// - Parameters:
  ///   - sineSquare: sin^2(theta).
  ///   - isForward: whether theta is at most pi / 2.
  /// - Returns: the least and the largest v in GeV.
  package func residuals(sineSquare: Double, isForward: Bool) -> ClosedRange<Double>? {
    guard isOpen else { return nil }
    let w = available
    let lateral = momentum * momentum * sineSquare
    let massSquare = bosonMass * bosonMass
    let a = invariantSquare + lateral
    let b =
      w * (nucleusMass * energy + leptonMass * leptonMass + lateral)
      - 0.5 * massSquare * (energy + nucleusMass)
    let square = opening - massSquare * lateral
    guard square >= 0 else { return nil }
    let root =
      momentum * max(0, 1 - sineSquare).squareRoot() * square.squareRoot()
      * (isForward ? 1 : -1)
    let edge = w * leptonMass + 0.5 * massSquare
    let product = edge * edge + lateral * (w - bosonMass) * (w + bosonMass)
    let least = isForward ? product / (b + root) : (b - root) / a
    // X at rest is possible at every angle or, near the threshold, at none.
    let most = isRestPossible ? w - bosonMass : (b + root) / a
    return least < most ? least...most : nil
  }

  /// The largest angle of X to the beam in rad; pi where X can be made at rest.
  package var largestAngle: Double {
    guard isOpen, !isRestPossible else { return isOpen ? .pi : 0 }
    return asin(min(1, opening.squareRoot() / (bosonMass * momentum)))
  }

  private var threshold: Double {
    Self.threshold(leptonMass: leptonMass, bosonMass: bosonMass, nucleusMass: nucleusMass)
  }

  /// W = E - m_l, what X, lepton and nucleus can share.
  package var available: Double { energy - leptonMass }

  /// s = (p + P)^2 of beam and nucleus.
  private var invariantSquare: Double {
    nucleusMass * nucleusMass + leptonMass * leptonMass + 2 * nucleusMass * energy
  }

  /// G = M W + m^2 / 2.
  private var reach: Double { nucleusMass * available + 0.5 * bosonMass * bosonMass }

  /// Whether X at rest leaves enough for the others, (E + M) m <= G.
  private var isRestPossible: Bool { (energy + nucleusMass) * bosonMass <= reach }

  /// G^2 - s m^2, which vanishes at the threshold and has it as a factor here.
  private var opening: Double {
    let root = invariantSquare.squareRoot()
    let others = nucleusMass + leptonMass
    let above = 2 * nucleusMass * (energy - threshold) / (root + others + bosonMass)
    return 0.5 * above * (root - bosonMass + others) * (reach + root * bosonMass)
  }
}
