// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// The Kallen function of three masses in GeV, lambda(M^2, m1^2, m2^2) in GeV^4.
///
///     lambda = (M - m1 - m2) (M + m1 + m2) (M - m1 + m2) (M + m1 - m2)
///
/// **The arguments are masses.** Squared masses, such as a momentum transfer that may be negative,
/// belong to ``kallen(ofSquaredMasses:_:_:)``; nothing but the label tells a wrong call.
///
/// Good to 2e-15 of itself also next to threshold, for masses as given, the first being the largest;
/// negative below threshold, M < m1 + m2, down to the pseudothreshold.
/// - Source: PDG:2024cfk, section 49 (Kinematics), two-body decays; Kallen1964elementary, the function lambda
package func kallen(ofMasses parent: Double, _ m1: Double, _ m2: Double) -> Double {
  let larger = max(m1, m2)
  let smaller = min(m1, m2)
  let excess = massExcess(of: parent, over: larger, smaller)
  // The larger mass first: next to threshold the first difference is exact.
  let others = (parent - larger + smaller) * (parent + larger - smaller)
  return excess * (parent + larger + smaller) * others
}

/// The Kallen function of three squared masses in GeV^2, in GeV^4.
///
///     lambda(a, b, c) = a^2 + b^2 + c^2 - 2 (a b + b c + c a)
///
/// **The arguments are squares**, of either sign: space-like momenta have negative ones. Where the
/// masses themselves are known, ``kallen(ofMasses:_:_:)`` is better next to threshold: the rounding
/// of a square there hides the distance to it.
///
/// With a <= b <= c, b not negative, S = sqrt(b) + sqrt(c)
///
///     lambda = (a - S^2) (a - ((c - b) / S)^2)
///
/// where the roots of two nearly equal squares do not cancel. With b negative all signs are turned,
/// which lambda does not notice.
/// - Source: Kallen1964elementary, the function lambda
package func kallen(ofSquaredMasses s1: Double, _ s2: Double, _ s3: Double) -> Double {
  var a = min(s1, s2, s3)
  var b = max(min(s1, s2), min(max(s1, s2), s3))
  var c = max(s1, s2, s3)
  if b < 0 { (a, b, c) = (-c, -b, -a) }
  let sum = b.squareRoot() + c.squareRoot()
  let difference = sum > 0 ? (c - b) / sum : 0
  return (a - sum * sum) * (a - difference * difference)
}

/// The momentum in GeV of the daughters of a two-body decay in the rest frame of the parent.
///
///     p* = sqrt[(M - m1 - m2) (M + m1 + m2) (M - m1 + m2) (M + m1 - m2)] / 2M
///
/// Nil below threshold, M < m1 + m2, and for arguments that are no masses; 0 at threshold; never
/// NaN. Good to 2e-15 of itself for masses as given, at any distance to threshold.
/// - Source: PDG:2024cfk, section 49 (Kinematics), two-body decays
package func breakupMomentum(of parent: Double, into m1: Double, _ m2: Double) -> Double? {
  guard m1 >= 0, m2 >= 0, parent > 0, parent >= m1 + m2, parent.isFinite else { return nil }
  return max(kallen(ofMasses: parent, m1, m2), 0).squareRoot() / (2 * parent)
}

/// M - m1 - m2 with m1 >= m2, rounded once; 0 where M is the rounded sum of m1 and m2.
private func massExcess(of parent: Double, over m1: Double, _ m2: Double) -> Double {
  let sum = m1 + m2
  let lost = m2 - (sum - m1)
  let excess = parent - sum
  return excess == 0 ? 0 : excess - lost
}
