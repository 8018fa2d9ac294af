// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// One simulated event: particles, the vertices that join them, and weights.
///
/// Particles stand in the order of time: those that enter a vertex before those that leave it, and
/// vertices in the order of their first products, as most formats require; ``flaw(weights:)`` tells.
/// Numbers are GeV, mm and ns.
///
/// One record is filled again and again: ``removeAll()`` keeps the memory, so that a loop over events
/// allocates nothing after its first turns.
package struct EventRecord: Hashable, Sendable {
  /// The number of the event in its run, counted from 0.
  package var number: Int

  /// The particles, those that come in first.
  package var particles: [EventParticle]

  /// The vertices, to which particles refer by index.
  package var vertices: [EventVertex]

  /// The weights, as many as the header of the run names and in its order.
  package var weights: [Double]

  /// Makes an event without particles.
  package init(number: Int = 0) {
    self.number = number
    particles = []
    vertices = []
    weights = []
  }

  /// Empties the record and keeps its memory.
  @inlinable
  package mutating func removeAll() {
    particles.removeAll(keepingCapacity: true)
    vertices.removeAll(keepingCapacity: true)
    weights.removeAll(keepingCapacity: true)
  }

  /// Adds a vertex and returns its index.
  @inlinable
  @discardableResult
  package mutating func append(_ vertex: EventVertex) -> Int32 {
    vertices.append(vertex)
    return Int32(truncatingIfNeeded: vertices.count - 1)
  }

  /// Adds a particle and returns its index.
  @inlinable
  @discardableResult
  package mutating func append(_ particle: EventParticle) -> Int {
    particles.append(particle)
    return particles.count - 1
  }

  /// What went out of a vertex less what came in, in GeV; zero up to rounding.
  ///
  /// - Parameter vertex: its index.
  /// - Returns: the difference of the sums.
  package func imbalance(at vertex: Int32) -> FourVector {
    var sum = FourVector.zero
    for particle in particles {
      if particle.endVertex == vertex { sum = sum - particle.momentum }
      if particle.productionVertex == vertex { sum += particle.momentum }
    }
    return sum
  }

  /// What is left in the end less what came in, in GeV; zero up to rounding.
  package var imbalance: FourVector {
    var sum = FourVector.zero
    for particle in particles {
      if particle.productionVertex < 0 { sum = sum - particle.momentum }
      if particle.endVertex < 0 { sum += particle.momentum }
    }
    return sum
  }
}
