// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A two-body decay, M -> m1 + m2: masses, energies and momenta in the rest frame of the parent.
///
/// Made once for given masses, it gives daughters in the frame of any parent:
///
///     let decay = try TwoBodyDecay(of: 0.411, into: muonMass, muonMass)
///     let (plus, minus) = decay.daughters(ofParentWith: momentum, isotropic: &stream)
///
/// Units: GeV.
package struct TwoBodyDecay: Hashable, Sendable {
  /// The mass M of the parent.
  package let parentMass: Double

  /// The mass m1 of the first daughter.
  package let firstMass: Double

  /// The mass m2 of the second daughter.
  package let secondMass: Double

  /// The momentum p* of either daughter, from ``breakupMomentum(of:into:_:)``.
  package let momentum: Double

  /// The energy of the first daughter, sqrt(m1^2 + p*^2).
  ///
  /// (M^2 + m1^2 - m2^2) / 2M, equal in real numbers, cancels for a light beside a heavy daughter.
  package let firstEnergy: Double

  /// The energy of the second daughter, sqrt(m2^2 + p*^2).
  package let secondEnergy: Double

  /// Makes the decay of a mass into two; all masses in GeV.
  /// - Throws: ``DecayError`` below threshold and for a number that is no mass. At threshold the
  ///   daughters rest.
  package init(of parent: Double, into m1: Double, _ m2: Double) throws(DecayError) {
    guard let momentum = breakupMomentum(of: parent, into: m1, m2) else {
      try DecayError.check(parent: parent, daughters: [m1, m2])
      throw .belowThreshold(parent: parent, daughters: [m1, m2])
    }
    self.init(of: parent, into: m1, m2, momentum: momentum)
  }

  /// Takes a p* that the caller has already.
  init(of parent: Double, into m1: Double, _ m2: Double, momentum: Double) {
    parentMass = parent
    firstMass = m1
    secondMass = m2
    self.momentum = momentum
    firstEnergy = (m1 * m1 + momentum * momentum).squareRoot()
    secondEnergy = (m2 * m2 + momentum * momentum).squareRoot()
  }

  /// The same decay with the daughters in the other order.
  package var swapped: TwoBodyDecay {
    TwoBodyDecay(of: parentMass, into: secondMass, firstMass, momentum: momentum)
  }

  /// How p* answers to the mass of the second daughter, dp*/dm2 = -m2 E1* / (M p*), a pure number.
  ///
  /// The mass resolution of a peak search is that of p* over this slope. Minus infinity at
  /// threshold, unless m2 = 0, where it is 0.
  package var slopeInSecondMass: Double {
    secondMass == 0 ? 0 : -secondMass * firstEnergy / (parentMass * momentum)
  }

  /// The two-body phase space, the integral of (2 pi)^4 delta^4 d^3p1 d^3p2 / ((2 pi)^6 4 E1 E2).
  ///
  /// p* / (4 pi M), a pure number; 1/(8 pi) without masses. A width is Gamma = |A|^2 times this over
  /// 2M, for an amplitude A that does not depend on the direction; halve it for identical daughters.
  /// - Source: PDG:2024cfk, section 49 (Kinematics), two-body decays
  package var phaseSpaceVolume: Double { momentum / (4 * .pi * parentMass) }
}
