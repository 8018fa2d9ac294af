// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

// What a decay in flight looks like: functions of gamma and of u = beta gamma of the parent.

extension TwoBodyDecay {
  /// The lowest and the highest energy in GeV of the first daughter in the laboratory.
  ///
  ///     E+ = gamma E1* + u p*,  E- = (gamma^2 m1^2 + p*^2) / E+
  ///
  /// The lower end is gamma E1* - u p*, written so that it does not cancel. An isotropic decay fills
  /// the range evenly. For the second daughter, ask ``swapped``.
  /// - Parameter betaGamma: u = P/M of the parent, zero or above.
  /// - Returns: the lowest and the highest energy in GeV.
  /// - Source: Byckling1973particle, two-particle decay in flight
  package func firstEnergyRange(betaGamma: Double) -> ClosedRange<Double> {
    let gamma = (1 + betaGamma * betaGamma).squareRoot()
    let highest = gamma * firstEnergy + betaGamma * momentum
    let rest = gamma * firstMass
    let lowest = highest > 0 ? (rest * rest + momentum * momentum) / highest : 0
    return min(lowest, highest)...highest
  }

  /// The largest angle in rad between the first daughter and the flight of the parent.
  ///
  /// sin(theta) = p* / (m1 u) where the parent is faster than the daughter in its frame,
  /// u > p*/m1; else pi: the daughter may fly backwards. 0 at threshold.
  /// - Parameter betaGamma: u = P/M of the parent, zero or above.
  /// - Returns: the angle in rad, from 0 to pi.
  /// - Source: Byckling1973particle, two-particle decay in flight
  package func firstMaximalAngle(betaGamma: Double) -> Double {
    let reach = firstMass * betaGamma
    if momentum == 0 { return 0 }
    return reach > momentum ? asin(momentum / reach) : .pi
  }

  /// The angle in rad between the daughters in the laboratory.
  ///
  ///     cot(theta) = [u^2 E1* E2* - p*^2 + gamma u p* (E2* - E1*) c - u^2 p*^2 c^2] / (M u p* s)
  ///
  /// - Parameters:
  ///   - cosine: c = cos theta* of the first daughter to the flight of the parent; s^2 = 1 - c^2.
  ///   - betaGamma: u = P/M of the parent, zero or above.
  /// - Returns: the angle in rad, from 0 to pi.
  package func openingAngle(cosine: Double, betaGamma: Double) -> Double {
    let sine = ((1 - cosine) * (1 + cosine)).squareRoot()
    let gamma = (1 + betaGamma * betaGamma).squareRoot()
    let firstAlong = gamma * momentum * cosine + betaGamma * firstEnergy
    let secondAlong = -gamma * momentum * cosine + betaGamma * secondEnergy
    let across = momentum * sine
    // p1 x p2 is p* s times the momentum of the parent, u M.
    return atan2(across * betaGamma * parentMass, firstAlong * secondAlong - across * across)
  }

  /// The angle in rad between the daughters when both leave at right angles to the flight.
  ///
  /// For equal masses 2 atan(2 p* / (u M)), the familiar minimal opening of a fast pair: 5.072 mrad
  /// for two muons from 411 MeV at 139 GeV. It is the true minimum of massless daughters and of
  /// daughters that can fly backwards. Once the parent overtakes both daughters, the angle falls to
  /// 0 where one follows the other, and this is a local minimum (p* > m) or the maximum.
  /// - Parameter betaGamma: u = P/M of the parent, zero or above.
  /// - Returns: the angle in rad, from 0 to pi.
  package func transverseOpeningAngle(betaGamma: Double) -> Double {
    openingAngle(cosine: 0, betaGamma: betaGamma)
  }

  /// The smallest and the largest angle in rad between the daughters in the laboratory.
  ///
  /// The ends c = -1 and c = 1 give 0 or pi. Between them ``openingAngle(cosine:betaGamma:)`` is
  /// stationary at the roots of c^3 + q c + r,
  ///
  ///     q = (u^2 E1* E2* - p*^2) / (u p*)^2 - 2,  r = gamma (E2* - E1*) / (u p*)
  ///
  /// - Parameter betaGamma: u = P/M of the parent, zero or above.
  /// - Returns: the smallest and the largest angle in rad.
  package func openingAngleRange(betaGamma: Double) -> ClosedRange<Double> {
    let scale = betaGamma * momentum
    guard scale > 0 else {
      let angle = betaGamma > 0 ? 0 : Double.pi
      return angle...angle
    }
    let gamma = (1 + betaGamma * betaGamma).squareRoot()
    let q = (firstEnergy / momentum) * (secondEnergy / momentum) - 2 - 1 / (betaGamma * betaGamma)
    let r = gamma * (secondEnergy - firstEnergy) / scale
    var lowest = Double.pi
    var highest = 0.0
    for c in DepressedCubic(linear: q, constant: r).roots + [-1, 1] where c.magnitude <= 1 {
      let angle = openingAngle(cosine: c, betaGamma: betaGamma)
      lowest = min(lowest, angle)
      highest = max(highest, angle)
    }
    return lowest...highest
  }
}
