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
    package let sampler: any WeightedFinalStateSampler

    /// Joins what is hit, how frequent it is and what happens.
    package init(
      _ struck: NumberedSpecies, share: Double, _ sampler: any WeightedFinalStateSampler
    ) {
      self.struck = struck
      self.share = share
      self.sampler = sampler
    }
  }

  /// The kinds of atoms.
  package let kinds: [Kind]

  /// Whether final states are drawn without rejection and carry weights.
  package let isWeighted: Bool

  /// The masses of X that an event has weights for; nil for one mass.
  package let hypotheses: BremsstrahlungHypotheses?

  /// The cross sections in pb on the mean atom, sum_i n_i sigma_i / sum_i n_i, one for each weight.
  package let crossSections: [Double]

  private let choice: AliasTable

  /// Makes a target.
  ///
  /// - Parameters:
  ///   - kinds: its atoms; their shares need not add up to 1.
  ///   - isWeighted: whether to draw without rejection.
  /// - Throws: where nothing happens on any of them.
  package init(_ kinds: [Kind], isWeighted: Bool = false) throws(ProductionError) {
    self.kinds = kinds
    self.isWeighted = isWeighted
    hypotheses = nil
    let strengths = kinds.map { $0.share * $0.sampler.crossSection }
    let atoms = kinds.reduce(0) { $0 + $1.share }
    crossSections = [strengths.reduce(0, +) / atoms]
    do throws(DistributionError) {
      choice = try AliasTable(weights: strengths)
    } catch {
      throw ProductionError(
        "no events", because: "the cross section is zero",
        try: "choose an energy above the threshold and a coupling above zero")
    }
  }

  /// Makes a target of one kind of atom, on which X of several masses is made at once.
  ///
  /// An event has one weight for each mass. Energy and angle of X hold for all of them; the masses
  /// and momenta of the rest are those of the first mass that can make this X.
  /// - Parameters:
  ///   - struck: its nucleus.
  ///   - hypotheses: the masses.
  /// - Throws: where nothing happens on it.
  package init(
    _ struck: NumberedSpecies, _ hypotheses: BremsstrahlungHypotheses
  ) throws(ProductionError) {
    let single = try ThinTarget([Kind(struck, share: 1, hypotheses.samplers[0])])
    kinds = single.kinds
    choice = single.choice
    isWeighted = true
    self.hypotheses = hypotheses
    crossSections = hypotheses.samplers.map(\.crossSection)
  }

  /// Draws what happens to one particle of the beam.
  ///
  /// - Parameters:
  ///   - weights: is filled with one weight for each cross section.
  ///   - stream: where the random bits come from.
  /// - Returns: the index of the kind of atom, and the final state.
  func draw(
    weights: inout [Double], using stream: inout RandomStream
  ) -> (kind: Int, state: FinalState) {
    if let hypotheses { return (0, draw(hypotheses, weights: &weights, using: &stream)) }
    let index = kinds.count == 1 ? 0 : choice.draw(from: &stream)
    let sampler = kinds[index].sampler
    let state =
      isWeighted ? sampler.drawWeighted(using: &stream) : sampler.draw(using: &stream)
    weights.removeAll(keepingCapacity: true)
    weights.append(state.weight)
    return (index, state)
  }

  private func draw(
    _ hypotheses: BremsstrahlungHypotheses, weights: inout [Double],
    using stream: inout RandomStream
  ) -> FinalState {
    weights = hypotheses.emptyWeights
    while true {
      let emission = hypotheses.draw(weights: &weights, using: &stream)
      for index in weights.indices {
        if let state = hypotheses.finalState(
          of: index, at: emission, weight: weights[index], using: &stream)
        {
          return state
        }
      }
    }
  }
}
