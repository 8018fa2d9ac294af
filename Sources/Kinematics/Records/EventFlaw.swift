// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// What keeps an event from being a record that others can read.
package enum EventFlaw: Error, Hashable, Sendable, CustomStringConvertible {
  /// Not as many weights as the run names.
  case weightCount(Int, expected: Int)
  /// A weight that is no finite number.
  case weight(index: Int, Double)
  /// A component or a mass of a particle that is no finite number.
  case momentum(particle: Int)
  /// A coordinate or the time of a vertex that is no finite number.
  case position(vertex: Int)
  /// A particle that refers to a vertex that is not there.
  case missingVertex(particle: Int, vertex: Int32)
  /// A particle that comes before one that it stems from.
  case order(particle: Int)
  /// A particle that no vertex made and that none ends.
  case looseParticle(Int)
  /// A vertex that nothing enters, or nothing leaves.
  case bareVertex(Int)
  /// A vertex whose particles come before those of the vertex before it.
  case vertexOrder(Int)

  /// The sentence in the shape PROBLEM (WHY).
  package var description: String {
    switch self {
    case .weightCount(let count, let expected):
      "\(count) weights (the header of the run names \(expected))"
    case .weight(let index, let value): "weight \(index) is \(value) (must be finite)"
    case .momentum(let particle):
      "particle \(particle) has a momentum or a mass that is not finite (it has no place in a file)"
    case .position(let vertex):
      "vertex \(vertex) has a place or a time that is not finite (it has no place in a file)"
    case .missingVertex(let particle, let vertex):
      "particle \(particle) refers to vertex \(vertex) (the event has no such vertex)"
    case .order(let particle):
      "particle \(particle) comes before one that it stems from (particles stand in order of time)"
    case .looseParticle(let particle):
      "particle \(particle) belongs to no vertex (it neither comes in nor goes out)"
    case .vertexOrder(let vertex):
      "the products of vertex \(vertex) come before those of vertex \(vertex - 1) "
        + "(vertices stand in the order of their products)"
    case .bareVertex(let vertex):
      "vertex \(vertex) has nothing that enters, or nothing that leaves (it joins no particles)"
    }
  }
}

extension EventRecord {
  /// The first thing that is wrong with the event; nil for a sound one.
  ///
  /// Allocates nothing. The work grows with particles times vertices, which are few.
  ///
  /// - Parameter count: how many weights the header of the run names.
  /// - Returns: what is wrong, and where.
  package func flaw(weights count: Int) -> EventFlaw? {
    guard weights.count == count else {
      return .weightCount(weights.count, expected: count)
    }
    for index in weights.indices where !weights[index].isFinite {
      return .weight(index: index, weights[index])
    }
    for index in particles.indices {
      let particle = particles[index]
      guard isFinite(particle.momentum.components), particle.mass.isFinite else {
        return .momentum(particle: index)
      }
      let latest = max(particle.productionVertex, particle.endVertex)
      guard latest < vertices.count else {
        return .missingVertex(particle: index, vertex: latest)
      }
      guard latest >= 0 else { return .looseParticle(index) }
    }
    var previous = -1
    for index in vertices.indices {
      guard isFinite(vertices[index].components) else { return .position(vertex: index) }
      let (lastIn, firstOut) = ends(ofVertex: Int32(truncatingIfNeeded: index))
      guard firstOut >= 0, lastIn >= 0 else { return .bareVertex(index) }
      guard lastIn < firstOut else { return .order(particle: firstOut) }
      guard previous < firstOut else { return .vertexOrder(index) }
      previous = firstOut
    }
    return nil
  }

  /// The last particle that enters a vertex and the first that leaves it; -1 for none.
  private func ends(ofVertex vertex: Int32) -> (lastIn: Int, firstOut: Int) {
    var ends = (lastIn: -1, firstOut: -1)
    for index in particles.indices {
      if particles[index].endVertex == vertex { ends.lastIn = index }
      if particles[index].productionVertex == vertex, ends.firstOut < 0 { ends.firstOut = index }
    }
    return ends
  }

  /// Whether four numbers are all finite; x - x is NaN for those that are not.
  private func isFinite(_ components: SIMD4<Double>) -> Bool {
    (components - components).sum() == 0
  }
}
