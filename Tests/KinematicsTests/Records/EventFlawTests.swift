// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics
import Testing

@Suite("Flaws of events")
struct EventFlawTests {
  /// Beam and target make X and a nucleus; X decays into a pair.
  private func sound() -> EventRecord {
    var event = EventRecord()
    let target = event.append(EventVertex.origin)
    let decay = event.append(EventVertex(position: ThreeVector(0, 0, 10), time: 1))
    let momentum = FourMomentum(mass: 0.1, momentum: ThreeVector(0, 0, 1))
    event.append(EventParticle(id: 11, status: .incoming, momentum: momentum, to: target))
    event.append(
      EventParticle(id: 55, status: .decayed, momentum: momentum, from: target, to: decay))
    event.append(EventParticle(id: 11, status: .final, momentum: momentum, from: decay))
    event.weights.append(1)
    return event
  }

  @Test("a sound event has none")
  func none() { #expect(sound().flaw(weights: 1) == nil) }

  @Test(
    "a weight, a momentum, a mass, a place or a time that is not finite is found",
    arguments: [Double.nan, .infinity, -.infinity])
  func notFinite(_ value: Double) {
    var event = sound()
    event.weights[0] = value
    guard case .weight(index: 0, _)? = event.flaw(weights: 1) else {
      Issue.record("a weight of \(value) passed")
      return
    }
    for lane in 0..<4 {
      event = sound()
      event.particles[1].momentum.components[lane] = value
      #expect(event.flaw(weights: 1) == .momentum(particle: 1))
      event = sound()
      event.vertices[1].components[lane] = value
      #expect(event.flaw(weights: 1) == .position(vertex: 1))
    }
    event = sound()
    event.particles[2].mass = value
    #expect(event.flaw(weights: 1) == .momentum(particle: 2))
  }

  @Test("joints that do not fit are found")
  func joints() {
    var event = sound()
    event.particles[2].productionVertex = 2
    #expect(event.flaw(weights: 1) == .missingVertex(particle: 2, vertex: 2))
    event = sound()
    event.particles[2].productionVertex = -1
    #expect(event.flaw(weights: 1) == .looseParticle(2))
    event = sound()
    event.append(EventVertex.origin)
    #expect(event.flaw(weights: 1) == .bareVertex(2))
    event = sound()
    event.particles.swapAt(1, 2)
    #expect(event.flaw(weights: 1) == .order(particle: 1))
    event = sound()
    event.particles[1].endVertex = 0
    #expect(event.flaw(weights: 1) == .order(particle: 1))
  }

  @Test("vertices whose products stand in another order are found")
  func vertexOrder() {
    var event = sound()
    event.vertices.swapAt(0, 1)
    for index in event.particles.indices {
      let particle = event.particles[index]
      if particle.productionVertex >= 0 {
        event.particles[index].productionVertex = 1 - particle.productionVertex
      }
      if particle.endVertex >= 0 { event.particles[index].endVertex = 1 - particle.endVertex }
    }
    #expect(event.flaw(weights: 1) == .vertexOrder(1))
  }

  @Test("the number of weights is that of the run")
  func weights() { #expect(sound().flaw(weights: 2) == .weightCount(1, expected: 2)) }

  @Test(
    "flaws are told in a sentence",
    arguments: [
      (EventFlaw.weight(index: 1, .nan), "weight 1 is nan (must be finite)"),
      (.weightCount(1, expected: 2), "1 weights (the header of the run names 2)"),
      (
        .looseParticle(3), "particle 3 belongs to no vertex (it neither comes in nor goes out)"
      ),
      (
        .missingVertex(particle: 2, vertex: 5),
        "particle 2 refers to vertex 5 (the event has no such vertex)"
      ),
    ])
  func sentences(_ flaw: EventFlaw, _ sentence: String) {
    #expect(flaw.description == sentence)
  }
}
