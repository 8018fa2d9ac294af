// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A boost without rotation, given by the momentum over mass of a frame: u = p/m, gamma = E/m.
///
/// The velocity never enters: at gamma = 1e6 it is a double next to 1.
package struct Boost: Hashable, Sendable {
  /// u = beta gamma of the frame, a vector.
  package let betaGamma: ThreeVector

  /// gamma = sqrt(1 + u^2).
  package let gamma: Double

  /// |u|.
  private let speed: Double

  /// u / |u|; z if u is zero.
  private let axis: ThreeVector

  /// Makes the boost that gives a particle at rest the momentum u m.
  package init(betaGamma: ThreeVector) {
    self.betaGamma = betaGamma
    let square = betaGamma.squaredLength
    gamma = (1 + square).squareRoot()
    speed = square.squareRoot()
    axis = betaGamma.direction?.vector ?? ThreeVector(0, 0, 1)
  }

  /// Makes the boost from the rest frame of a particle to where it has its momentum.
  ///
  /// Nil for a massless particle, which has no rest frame.
  package init?(fromRestFrameOf particle: FourMomentum) {
    guard particle.mass > 0 else { return nil }
    self.init(betaGamma: (1 / particle.mass) * particle.momentum)
  }

  /// Makes the boost to the rest frame of a particle; nil for a massless one.
  package init?(toRestFrameOf particle: FourMomentum) {
    guard particle.mass > 0 else { return nil }
    self.init(betaGamma: (-1 / particle.mass) * particle.momentum)
  }

  /// The boost that undoes this one.
  package var inverse: Boost { Boost(betaGamma: -betaGamma) }

  /// Boosts four components.
  ///
  ///     E' = gamma E + u.p,  p' = p + u (u.p / (1 + gamma) + E)
  ///
  /// The rounding error is some 1e-16 of gamma E, whatever is left of E after the boost. A particle
  /// of known mass is better boosted as a ``FourMomentum``.
  /// - Source: PDG:2024cfk, section 49 (Kinematics), Lorentz transformations
  package func boost(_ vector: FourVector) -> FourVector {
    let along = betaGamma.dot(vector.momentum)
    let shift = along / (1 + gamma) + vector.energy
    return FourVector(
      energy: gamma * vector.energy + along, momentum: vector.momentum + shift * betaGamma)
  }

  /// Boosts a particle; energy and momentum come out good to 1e-15 of its own energy after it.
  ///
  /// Along the boost the sum and the difference E +- p scale by gamma + |u| and its inverse. The
  /// smaller of the two is (m^2 + p_T^2) over the larger one: nothing cancels, also for a particle
  /// that the boost brings to rest. What the momentum given does not know remains unknown: from a
  /// frame of gamma = 1e6 back to rest, 1e6 times its rounding, 1e-10.
  /// - Source: PDG:2024cfk, section 49 (Kinematics), rapidity and light-cone variables
  package func boost(_ particle: FourMomentum) -> FourMomentum {
    let along = particle.momentum.dot(axis)
    // Not p less its part along the axis: the rounding of that has a part along the axis itself.
    let across = axis.cross(particle.momentum.cross(axis))
    let square = particle.mass * particle.mass + across.squaredLength
    let boosted = LightCone(energy: particle.energy, along: along, transverseMassSquared: square)
      .boosted(by: gamma + speed)
    return FourMomentum(
      mass: particle.mass, energyOnShell: boosted.energy,
      momentum: across + boosted.along * axis)
  }
}
