// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics
import Numerics

/// A turn about z by a random angle; a hot value type.
struct PlaneTurn {
  private let cosine: Double
  private let sine: Double

  /// Draws the angle: a point even in the unit disc has an even azimuth chi, and 2 chi is even too.
  ///
  /// - Source: Devroye1986nonuniform, section V.4.1
  @inline(__always)
  init(using stream: inout RandomStream) {
    while true {
      let a = 2 * stream.uniform() - 1
      let b = 2 * stream.uniform() - 1
      let square = a * a + b * b
      guard square <= 1 else { continue }
      let inverse = 1 / square
      cosine = (a * a - b * b) * inverse
      sine = 2 * a * b * inverse
      return
    }
  }

  /// Turns a four-momentum.
  @inline(__always)
  func callAsFunction(_ particle: FourMomentum) -> FourMomentum {
    let p = particle.momentum
    return FourMomentum(
      mass: particle.mass,
      momentum: ThreeVector(cosine * p.x - sine * p.y, sine * p.x + cosine * p.y, p.z))
  }
}
