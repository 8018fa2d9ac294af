// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// All channels of a mediator at one mass, with what follows from them.
///
/// Widths add up to the total; a particle without an open channel is stable and says so.
package struct DecayTable: Hashable, Sendable {
  /// The mass of the mediator.
  package let mass: Mass

  /// The channels in a fixed order, closed ones among them.
  package let channels: [DecayChannel]

  /// What holds for the table as a whole, such as physics that it leaves out.
  package let notes: [String]

  /// Joins the channels of a mediator.
  package init(mass: Mass, channels: [DecayChannel], notes: [String] = []) {
    self.mass = mass
    self.channels = channels
    self.notes = notes
  }

  /// The total width in GeV.
  package var totalWidth: Double {
    channels.reduce(0) { $0 + $1.width }
  }

  /// The channel of a name.
  package subscript(name: String) -> DecayChannel? {
    channels.first { $0.name == name }
  }

  /// The share of decays into a channel; `nil` for a stable particle or an unknown channel.
  package func branchingRatio(of name: String) -> Double? {
    guard let channel = self[name], !isStable else { return nil }
    return channel.width / totalWidth
  }

  /// True if no channel is open.
  package var isStable: Bool { totalWidth == 0 }

  /// The mean proper lifetime hbar / Gamma; `nil` for a stable particle.
  package var lifetime: Time? {
    isStable ? nil : .s(PhysicalConstants.reducedPlanck / totalWidth)
  }

  /// The proper decay length c tau = hbar c / Gamma; `nil` for a stable particle.
  package var properDecayLength: Length? {
    // hbar c is in GeV fm, and 1 fm is 1e-12 mm.
    isStable ? nil : .mm(PhysicalConstants.hbarC * 1e-12 / totalWidth)
  }

  /// Why there is no lifetime; `nil` for a particle that decays.
  package var stability: String? {
    guard isStable else { return nil }
    return channels.allSatisfy(\.isClosed)
      ? "stable: no channel is open"
      : "stable: no channel has a width that a number can hold"
  }
}
