// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Kinematics
import Numerics

/// Momenta of parents, from rest to gamma = 1e6, in any direction.
struct RandomParents {
  var stream: RandomStream

  init(_ name: String) { stream = RandomStream(seed: 6, name: name) }

  mutating func momentum(ofMass mass: Double) -> ThreeVector {
    let direction = Direction(isotropic: &stream)
    let size = mass * pow(10, 8 * stream.uniform() - 2)
    return stream.integer(below: 10) == 0 ? .zero : size * direction
  }
}

/// How far daughters are from the four-momentum of their parent, over its energy.
func imbalance(_ sum: FourVector, mass: Double, momentum: ThreeVector) -> Double {
  let parent = FourVector(FourMomentum(mass: mass, momentum: momentum))
  let difference = (sum - parent).components
  return (0..<4).map { abs(difference[$0]) }.reduce(0, max) / parent.energy
}
