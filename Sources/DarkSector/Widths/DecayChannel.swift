// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// One way in which a mediator decays.
package struct DecayChannel: Hashable, Sendable {
  /// The final state, such as `e+ e-`.
  package let name: String

  /// The partial width in GeV; zero for a closed channel.
  package let width: Double

  /// Why the channel is closed, or what its width leaves out; `nil` if there is nothing to say.
  package let note: String?

  /// True if the mass does not open the channel; an open one may be too narrow for a number.
  package let isClosed: Bool

  /// Makes an open channel.
  package init(_ name: String, width: Double, note: String? = nil) {
    self.name = name
    self.width = width
    self.note = note
    isClosed = false
  }

  /// Makes a closed channel.
  private init(_ name: String, closedBelow threshold: Double) {
    self.name = name
    width = 0
    note = Self.closed(below: threshold)
    isClosed = true
  }

  /// A channel with a threshold: zero with a note at and below it.
  ///
  /// - Parameters:
  ///   - name: the final state.
  ///   - threshold: the sum of the masses of the final state in GeV.
  ///   - mass: the mass of the mediator in GeV.
  ///   - note: what is to be said of an open channel.
  ///   - width: the width in GeV of an open channel.
  init(
    _ name: String, threshold: Double, mass: Double, note: String? = nil,
    width: @autoclosure () -> Double
  ) {
    guard mass > threshold else {
      self.init(name, closedBelow: threshold)
      return
    }
    self.init(name, width: width(), note: note)
  }

  /// What is said of a channel that the mass does not open.
  static func closed(below threshold: Double) -> String {
    let energy = Mass.gev(threshold).formatted(significant: 6)
    return "closed: the mass is not above the threshold of \(energy)"
  }
}
