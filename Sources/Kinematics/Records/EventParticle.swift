// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// One particle of an event: what it is, how it moves, where it began and where it ended.
///
/// Sixty-four bytes without a reference, so that events are filled, copied and merged as memory.
package struct EventParticle: Hashable, Sendable {
  /// Energy and momentum in GeV.
  package var momentum: FourVector

  /// The mass in GeV that the particle was made with.
  ///
  /// Kept beside the momentum, which at gamma = 1e6 knows the mass to no better than 1e-4.
  package var mass: Double

  /// The Monte Carlo number after the Particle Data Group, such as 11 for an electron.
  package var id: Int32

  /// Whether it came in, decayed or is left.
  package var status: ParticleStatus

  /// The index of the vertex it came from; -1 for one that came in.
  package var productionVertex: Int32

  /// The index of the vertex it ended in; -1 for one that is left.
  package var endVertex: Int32

  /// Makes a particle of its components, on its mass shell or as they were read.
  @inlinable
  package init(
    id: Int32, status: ParticleStatus, momentum: FourVector, mass: Double,
    from productionVertex: Int32 = -1, to endVertex: Int32 = -1
  ) {
    self.momentum = momentum
    self.mass = mass
    self.id = id
    self.status = status
    self.productionVertex = productionVertex
    self.endVertex = endVertex
  }

  /// Makes a particle on its mass shell.
  ///
  /// - Parameters:
  ///   - id: the number of its species after the Particle Data Group.
  ///   - status: whether it came in, decayed or is left.
  ///   - momentum: its momentum in GeV with its exact mass.
  ///   - productionVertex: the index of the vertex it came from; -1 for one that came in.
  ///   - endVertex: the index of the vertex it ended in; -1 for one that is left.
  @inlinable
  package init(
    id: Int32, status: ParticleStatus, momentum: FourMomentum,
    from productionVertex: Int32 = -1, to endVertex: Int32 = -1
  ) {
    self.init(
      id: id, status: status, momentum: FourVector(momentum), mass: momentum.mass,
      from: productionVertex, to: endVertex)
  }
}
