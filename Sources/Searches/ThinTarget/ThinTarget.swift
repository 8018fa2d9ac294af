// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics
import Numerics
import Production

/// A target so thin that a particle of the beam meets one of its atoms at most.
///
/// An atom of kind i, of which there are n_i in a volume, is met with the probability
/// n_i sigma_i / sum_k n_k sigma_k, sigma_i being the cross section on one atom of the kind.
package struct ThinTarget: Sendable {
  /// One kind of atom.
  package struct Kind: Sendable {
    /// What of the atom is hit and at rest: its nucleus, or one of its electrons.
    package let struck: NumberedSpecies
    /// The share of atoms of this kind, by number.
    package let share: Double
    /// What happens on one of them.
    package let sampler: any FinalStateSampler

    /// Joins what is hit, how frequent it is and what happens.
    package init(_ struck: NumberedSpecies, share: Double, _ sampler: any FinalStateSampler) {
      self.struck = struck
      self.share = share
      self.sampler = sampler
    }
  }

  /// The kinds of atoms.
  package let kinds: [Kind]

  /// The cross section in pb on the mean atom, sum_i n_i sigma_i / sum_i n_i.
  package let crossSection: Double

  private let choice: AliasTable

  /// Makes a target.
  ///
  /// - Parameter kinds: its atoms; their shares need not add up to 1.
  /// - Throws: where nothing happens on any of them.
  package init(_ kinds: [Kind]) throws(ProductionError) {
    self.kinds = kinds
    let strengths = kinds.map { $0.share * $0.sampler.crossSection }
    let atoms = kinds.reduce(0) { $0 + $1.share }
    crossSection = strengths.reduce(0, +) / atoms
    do throws(DistributionError) {
      choice = try AliasTable(weights: strengths)
    } catch {
      throw ProductionError(
        "no events", because: "the cross section is zero",
        try: "choose an energy above the threshold and a coupling above zero")
    }
  }

  /// Draws the kind of atom that is met.
  func draw(using stream: inout RandomStream) -> Int {
    kinds.count == 1 ? 0 : choice.draw(from: &stream)
  }
}
