// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A three-body decay, M -> m1 + m2 + m3, as two two-body decays: M -> (12) + 3, (12) -> 1 + 2.
///
/// The invariant mass of the pair is m12 = m1 + m2 + v T, with T = M - m1 - m2 - m3 the energy set
/// free and v from 0 to 1. All that vanishes at an end is then a product with v or 1 - v, so that
/// momenta are precise to the last digits also where one of them goes to zero. Which daughters make
/// the pair is the caller's choice, by their order; phase space does not depend on it.
///
///     let decay = try ThreeBodyDecay(of: kaon, into: electron, neutrino, pion)
///     let split = decay.drawSplit(using: &stream)
///     let daughters = decay.daughters(ofParentWith: momentum, split, isotropic: &stream)
///
/// Units: GeV.
package struct ThreeBodyDecay: Hashable, Sendable {
  /// The mass M of the parent.
  package let parentMass: Double

  /// The mass m1 of the first daughter.
  package let firstMass: Double

  /// The mass m2 of the second daughter.
  package let secondMass: Double

  /// The mass m3 of the daughter outside the pair.
  package let thirdMass: Double

  /// T = M - m1 - m2 - m3.
  package let energySetFree: Double

  /// A number that `shape(at:)` exceeds nowhere.
  let shapeBound: Double

  /// Makes the decay of a mass into three; all masses in GeV.
  /// - Throws: ``DecayError`` below threshold and for a number that is no mass. At threshold all
  ///   daughters rest.
  package init(
    of parent: Double, into m1: Double, _ m2: Double, _ m3: Double
  ) throws(DecayError) {
    try DecayError.check(parent: parent, daughters: [m1, m2, m3])
    parentMass = parent
    firstMass = m1
    secondMass = m2
    thirdMass = m3
    energySetFree = parent - (m1 + m2 + m3)
    let shape = SplitShape(
      energySetFree: energySetFree, parent: parent, first: m1, second: m2, third: m3)
    shapeBound = shape.bound
  }

  /// The decay (12) -> 1 + 2 and the momentum of 3 that belong to a share of the energy.
  ///
  /// A pair of massless daughters keeps a mass of 1e-100 T or more: without it, it had no rest frame.
  /// - Parameter share: v from 0, where 1 and 2 rest in the pair, to 1, where 3 rests in the parent.
  /// - Returns: both decays.
  package func split(at share: Double) -> Split {
    let share = max(share, 1e-100)
    let pair = firstMass + secondMass + share * energySetFree
    let (inner, outer) = shape.squares(at: share)
    let p = energySetFree * share * inner
    let q = energySetFree * (1 - share) * outer
    return Split(
      share: share,
      pair: TwoBodyDecay(of: pair, into: firstMass, secondMass, momentum: p.squareRoot()),
      outer: TwoBodyDecay(of: parentMass, into: pair, thirdMass, momentum: q.squareRoot()))
  }

  /// One way to share out the energy: what is fixed before directions are.
  package struct Split: Hashable, Sendable {
    /// v = (m12 - m1 - m2) / T.
    package let share: Double

    /// The decay of the pair, (12) -> 1 + 2.
    package let pair: TwoBodyDecay

    /// The decay of the parent, M -> (12) + 3.
    package let outer: TwoBodyDecay
  }

  /// The smooth part of the density of splits.
  var shape: SplitShape {
    SplitShape(
      energySetFree: energySetFree, parent: parentMass, first: firstMass, second: secondMass,
      third: thirdMass)
  }
}
