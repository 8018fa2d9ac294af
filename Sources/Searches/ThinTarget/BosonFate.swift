// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Flight
import Kinematics
import Matter
import Numerics
import Quantities

/// What becomes of X: it flies out of the event, or decays after its lifetime.
package struct BosonFate: Sendable {
  /// The decays to draw from; nil where X is left as it is.
  package let menu: DecayMenu?

  /// The daughters of each mode of the menu, in its order.
  package let daughters: [[NumberedSpecies]]

  /// The share of the cross section of production that the events stand for; 1 where X is left.
  package let share: Double

  /// c tau; nil for a stable X.
  package let properLength: Length?

  /// Where X has to decay, with the probability of that as weight; nil for anywhere.
  package let volume: DecayVolume?

  /// X flies out of the event.
  package static let isLeft = BosonFate()

  private init() {
    menu = nil
    daughters = []
    share = 1
    properLength = nil
    volume = nil
  }

  /// X decays.
  ///
  /// - Parameters:
  ///   - menu: how.
  ///   - share: the share of the cross section of production that its channels stand for: their
  ///     branching ratio, or 1 where production is that into the channel already.
  ///   - properLength: c tau.
  ///   - volume: where it has to; nil for anywhere.
  ///   - numbering: the numbers of its daughters.
  /// - Throws: where a daughter has no number.
  package init(
    decayingBy menu: DecayMenu, share: Double, properLength: Length,
    in volume: DecayVolume? = nil, _ numbering: ParticleNumbering
  ) throws(UnknownName) {
    self.menu = menu
    self.share = share
    self.properLength = properLength
    self.volume = volume
    var all: [[NumberedSpecies]] = []
    for mode in menu.modes {
      var species: [NumberedSpecies] = []
      for (name, mass) in zip(mode.daughters, mode.masses) {
        species.append(try numbering.species(named: name, mass: mass))
      }
      all.append(species)
    }
    daughters = all
  }

  /// Draws where X decays; nil where it is left, or never meets the volume.
  @inline(__always)
  func drawVertex(of track: TrackState, using stream: inout RandomStream) -> DecayVertex? {
    guard menu != nil else { return nil }
    let law = DecayLaw(properLength: properLength, of: track.particle)
    guard let volume else { return law.drawVertex(of: track, using: &stream) }
    return law.drawVertex(of: track, in: volume, using: &stream)
  }
}

extension DecayMode {
  /// The masses of the daughters in GeV, in their order.
  fileprivate var masses: [Double] {
    switch dynamics {
    case .pair(let decay): [decay.kinematics.firstMass, decay.kinematics.secondMass]
    case .deexcitation(let decay):
      [decay.kinematics.firstMass, decay.kinematics.secondMass, decay.kinematics.thirdMass]
    case .photons: [0, 0, 0]
    }
  }
}
