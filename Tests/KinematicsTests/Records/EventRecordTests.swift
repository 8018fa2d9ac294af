// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics
import Numerics
import Testing

@Suite("EventRecord")
struct EventRecordTests {
  /// A parent of 2 GeV along z that decays into two massless particles.
  private func decay() -> EventRecord {
    var event = EventRecord(number: 7)
    let parent = FourMomentum(mass: 1, momentum: ThreeVector(0, 0, 2))
    let vertex = event.append(EventVertex(position: ThreeVector(1, 2, 3), time: 4))
    event.append(EventParticle(id: 55, status: .incoming, momentum: parent, to: vertex))
    let half = ThreeVector(0.5, 0, 1)
    for side in [1.0, -1.0] {
      let momentum = ThreeVector(side * half.x, 0, half.z)
      let daughter = FourVector(energy: parent.energy / 2, momentum: momentum)
      event.append(
        EventParticle(id: 22, status: .final, momentum: daughter, mass: 0, from: vertex))
    }
    event.weights.append(1)
    return event
  }

  @Test("a particle of an event takes 64 bytes and holds no reference")
  func layout() {
    #expect(MemoryLayout<EventParticle>.stride == 64)
    #expect(MemoryLayout<EventVertex>.stride == 32)
  }

  @Test(
    "what goes out less what comes in is zero, of a vertex and of the event, and not when it is")
  func balance() {
    var event = decay()
    #expect(event.imbalance == .zero)
    #expect(event.imbalance(at: 0) == .zero)
    event.particles[1].momentum.components[2] += 0.25
    #expect(event.imbalance.components == SIMD4(0, 0, 0.25, 0))
    #expect(event.imbalance(at: 0).components == SIMD4(0, 0, 0.25, 0))
    #expect(event.imbalance(at: 1) == .zero)
  }

  @Test("an emptied record keeps its memory and nothing else")
  func reuse() {
    var event = decay()
    let capacity = (event.particles.capacity, event.vertices.capacity, event.weights.capacity)
    event.removeAll()
    #expect(event.particles.isEmpty && event.vertices.isEmpty && event.weights.isEmpty)
    #expect(event.particles.capacity == capacity.0)
    #expect(event.vertices.capacity == capacity.1)
    #expect(event.weights.capacity == capacity.2)
  }

  @Test("a vertex keeps place and time")
  func vertex() {
    let vertex = EventVertex(position: ThreeVector(1, 2, 3), time: 4)
    #expect(vertex.position == ThreeVector(1, 2, 3))
    #expect(vertex.time == 4)
    #expect(EventVertex.origin.components == .zero)
  }
}
