// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics

/// The two or three particles that a decay leaves, in the laboratory, in the order of its channel.
package struct DecayProducts: Hashable, Sendable {
  /// The first daughter.
  package let first: FourMomentum
  /// The second daughter.
  package let second: FourMomentum
  /// The third daughter; nil after a decay into two.
  package let third: FourMomentum?

  /// Joins the daughters.
  init(_ first: FourMomentum, _ second: FourMomentum, _ third: FourMomentum? = nil) {
    self.first = first
    self.second = second
    self.third = third
  }

  /// How many there are.
  package var count: Int { third == nil ? 2 : 3 }

  /// The sum of energies and momenta.
  package var sum: FourVector {
    let pair = FourVector(first) + FourVector(second)
    guard let third else { return pair }
    return pair + FourVector(third)
  }
}
