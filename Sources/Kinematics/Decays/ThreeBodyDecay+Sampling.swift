// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics

extension ThreeBodyDecay {
  /// Draws a split so that the Dalitz plane is filled evenly; all have the same weight.
  ///
  /// An exact rejection method. v is drawn from sqrt(v (1 - v)) and kept with the probability of the
  /// remaining shape over its bound: always near threshold, in 4 of 5 trials without masses, and in
  /// more than half for any masses (0.57 the least seen).
  /// - Source: Devroye1986nonuniform, section II.3 (rejection)
  package func drawSplit(using stream: inout RandomStream) -> Split {
    let shape = shape
    while true {
      let share = Self.drawShare(using: &stream)
      if stream.uniform() * shapeBound <= shape.value(at: share) { return split(at: share) }
    }
  }

  /// Draws a split with a weight whose mean is the phase-space volume.
  ///
  /// No trial is lost; the weight is T^2 sqrt(A B) / (128 pi^2 M), in GeV^2. For an integral with a
  /// matrix element, average weight times matrix element.
  package func drawWeightedSplit(
    using stream: inout RandomStream
  ) -> (split: Split, weight: Double) {
    let share = Self.drawShare(using: &stream)
    let squared = energySetFree * energySetFree
    let weight = squared * shape.value(at: share) / (128 * .pi * .pi * parentMass)
    return (split(at: share), weight)
  }

  /// Draws v from the density (8/pi) sqrt(v (1 - v)): the abscissa of a point in a disc.
  private static func drawShare(using stream: inout RandomStream) -> Double {
    while true {
      let v = stream.uniform()
      let ordinate = 2 * stream.uniform() - 1
      if ordinate * ordinate < 4 * v * (1 - v) { return v }
    }
  }

  /// The three daughters in the frame where the parent has a given momentum.
  ///
  /// Each daughter is computed apart, as in ``TwoBodyDecay``. Measured from rest to gamma = 1e6: four-
  /// momentum conserved to 9.2e-16 of the parent's energy, E^2 - p^2 - m^2 below 1.1e-15 of E^2.
  /// - Parameters:
  ///   - parentMomentum: the momentum of the parent in GeV; zero for a parent at rest.
  ///   - split: how the energy is shared.
  ///   - pair: the direction of the pair in the rest frame of the parent, in axes whose z points
  ///     along the parent's momentum.
  ///   - first: the direction of daughter 1 in the rest frame of the pair, in axes whose z points
  ///     along the momentum of the pair in the final frame. Only a direction that is even on the
  ///     sphere is the same in every frame: give polar angles with respect to the parent at rest.
  /// - Returns: the daughters.
  package func daughters(
    ofParentWith parentMomentum: ThreeVector, _ split: Split, pair: Direction, first: Direction
  ) -> Daughters {
    let outer = split.outer.daughters(ofParentWith: parentMomentum, first: pair)
    let inner = split.pair.daughters(ofParentWith: outer.first.momentum, first: first)
    return Daughters(first: inner.first, second: inner.second, third: outer.second)
  }

  /// The three daughters of a parent that prefers no direction, the plane turned at random.
  package func daughters(
    ofParentWith parentMomentum: ThreeVector, _ split: Split, isotropic stream: inout RandomStream
  ) -> Daughters {
    let pair = Direction(isotropic: &stream)
    let first = Direction(isotropic: &stream)
    return daughters(ofParentWith: parentMomentum, split, pair: pair, first: first)
  }

  /// The three daughters of a decay, in the order of their masses in the decay.
  package struct Daughters: Hashable, Sendable {
    /// Daughter 1, of the pair.
    package let first: FourMomentum

    /// Daughter 2, of the pair.
    package let second: FourMomentum

    /// Daughter 3.
    package let third: FourMomentum
  }
}
