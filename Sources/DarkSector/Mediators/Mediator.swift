// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// A dark particle that joins the visible world and the dark one: a mass, couplings, decays.
package protocol Mediator: Sendable {
  /// The mass.
  var mass: Mass { get }

  /// All channels with their widths, closed ones among them.
  ///
  /// - Parameter world: lepton masses and hadrons.
  /// - Returns: the widths, from which lifetime and branching ratios follow.
  func decays(in world: VisibleSector) -> DecayTable
}

/// A coupling to dark matter: the particle and alpha_D = g_D^2 / (4 pi).
package struct DarkCoupling: Hashable, Sendable {
  /// The dark particle.
  package let matter: DarkMatter
  /// The dark fine-structure constant.
  package let alpha: Double

  /// Couples to a dark particle.
  package init(_ matter: DarkMatter, alpha: Double) {
    self.matter = matter
    self.alpha = alpha
  }

  /// The channel of a spin-1 mediator.
  func channel(mass: Double) -> DecayChannel {
    DecayChannel(
      matter.pairName, threshold: matter.threshold, mass: mass,
      width: alpha * matter.width(mass: mass))
  }
}
