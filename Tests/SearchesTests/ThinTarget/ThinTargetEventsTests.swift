// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Flight
import Foundation
import Kinematics
import Numerics
import Production
import Quantities
import Searches
import Testing

@Suite("Events of a thin target")
struct ThinTargetEventsTests {
  @Test("every event is sound and balanced at each vertex to 1e-12 of the beam energy")
  func balance() throws {
    let events = try TargetHall.events(
      TargetHall.fate(epsilon: 1e-4), in: [("Pb", 1), ("W", 1), ("O", 4)])
    for event in events.events(0..<2000) {
      #expect(event.flaw(weights: 1) == nil)
      #expect(event.weights == [1])
      #expect(event.particles.map(\.status.rawValue) == [4, 4, 2, 1, 1, 1, 1])
      #expect(event.particles.map(\.productionVertex) == [-1, -1, 0, 0, 0, 1, 1])
      #expect(event.particles.map(\.endVertex) == [0, 0, 1, -1, -1, -1, -1])
      #expect(event.particles[1].id == event.particles[4].id)
      let ids = [0, 2, 3, 5, 6].map { event.particles[$0].id }
      #expect(ids == [11, 55, 11, -11, 11])
      for vertex in Int32(0)...1 {
        let difference = event.imbalance(at: vertex).components
        #expect(max(difference.max(), -difference.min()) < 1e-12 * TargetHall.energy)
      }
    }
  }

  @Test("an event depends on seed and number, not on what was made before it")
  func determinism() throws {
    let fate = try TargetHall.fate(epsilon: 1e-4)
    let events = try TargetHall.events(fate)
    let block = events.events(0..<50)
    var event = EventRecord()
    for number in [49, 0, 17] {
      events.fill(&event, number: number)
      #expect(event == block[number])
    }
    let other = try TargetHall.events(fate, seed: 2)
    #expect(other.events(0..<50).map(\.particles) != block.map(\.particles))
    #expect(Set(block.map { $0.particles[2].momentum }).count == 50)
  }

  @Test("X flies straight, and the time since its birth follows its lifetime")
  func lifetime() throws {
    let fate = try TargetHall.fate(epsilon: 1e-4)
    let length = try #require(fate.properLength)
    var proper = 0.0
    let count = 4000
    for event in try TargetHall.events(fate).events(0..<count) {
      let x = event.particles[2]
      let end = event.vertices[1]
      let path = end.position.length
      #expect(abs(x.momentum.momentum.angle(to: end.position)) < 1e-7)
      let flown = end.time * PhysicalConstants.speedOfLight * x.momentum.momentum.length
      #expect(abs(flown / (path * x.momentum.energy) - 1) < 1e-12)
      proper += path * x.mass / x.momentum.momentum.length
    }
    let mean = proper / Double(count)
    // An exponential has its mean as standard deviation.
    #expect(abs(mean / length.mm - 1) < 4 / Double(count).squareRoot())
  }

  @Test("a decay volume holds all decays, and the weights are the share of free ones in it")
  func volume() throws {
    let volume = try DecayVolume(fromZ: 1000, toZ: 3000)
    let free = try TargetHall.events(TargetHall.fate(epsilon: 1e-4))
    let inside = try TargetHall.events(TargetHall.fate(epsilon: 1e-4, in: volume), seed: 2)
    let count = 4000
    let hits = free.events(0..<count).filter { volume.planes.contains($0.vertices[1].position.z) }
    let share = Double(hits.count) / Double(count)
    var sum = 0.0
    for event in inside.events(0..<count) {
      #expect(event.vertices.count == 2)
      #expect(volume.planes.contains(event.vertices[1].position.z))
      sum += event.weights[0]
    }
    #expect(share > 0.2)
    #expect(
      abs(sum / Double(count) - share) < 4 * (share * (1 - share) / Double(count)).squareRoot())
  }

  @Test("an X that never meets the volume is left, with the weight 0")
  func missed() throws {
    let volume = try DecayVolume(fromZ: -3000, toZ: -1000)
    let events = try TargetHall.events(TargetHall.fate(epsilon: 1e-4, in: volume))
    for event in events.events(0..<100) {
      #expect(event.weights == [0])
      #expect(event.flaw(weights: 1) == nil)
      #expect(event.particles[2].status == .final)
    }
  }

  @Test("X that is left is final")
  func left() throws {
    for event in try TargetHall.events(.isLeft).events(0..<100) {
      #expect(event.particles.map(\.status.rawValue) == [4, 4, 1, 1, 1])
      #expect(event.vertices == [.origin])
    }
  }

  @Test("weights of draws without rejection have the mean 1 and the same mean x")
  func weighted() throws {
    let heavy = try TargetHall.events(.isLeft, isWeighted: true)
    let light = try TargetHall.events(.isLeft)
    var tallies = (try EventTally(of: heavy), try EventTally(of: light))
    for event in heavy.events(0..<10_000) { tallies.0.add(event) }
    for event in light.events(0..<10_000) { tallies.1.add(event) }
    let weights = tallies.0.columns[0]
    #expect(abs(weights.mean - 1) < 4 * weights.error)
    #expect(weights.error > 0)
    let means = [tallies.0, tallies.1].compactMap(\.meanShare.estimate)
    let error = (means[0].error * means[0].error + means[1].error * means[1].error).squareRoot()
    #expect(abs(means[0].value - means[1].value) < 4 * error)
  }

  @Test("the mean x of events is that of the differential cross section")
  func meanShare() throws {
    let process = try TargetHall.bremsstrahlung(on: "Pb")
    let energy = TargetHall.energy
    // In ln(1 - x), in which the peak at x = 1 is wide.
    let range = try #require(process.range(of: .energyFraction, at: energy))
    let (low, high) = (log(1 - range.upperBound), log(1 - range.lowerBound))
    var (sum, first) = (0.0, 0.0)
    let points = 400
    for index in 0..<points {
      let rest = exp(low + (high - low) * (Double(index) + 0.5) / Double(points))
      let density = try process.differential(in: .energyFraction, at: 1 - rest, energy: energy)
        .value
      sum += density * rest
      first += density * rest * (1 - rest)
    }
    let events = try TargetHall.events(.isLeft)
    var tally = try EventTally(of: events)
    for event in events.events(0..<20_000) { tally.add(event) }
    let mean = try #require(tally.meanShare.estimate)
    #expect(abs(mean.value - first / sum) < 4 * mean.error + 1e-4)
  }

  @Test(
    "the header names every kind of particle once, X first, and the cross section of the events")
  func header() throws {
    let events = try TargetHall.events(TargetHall.fate(epsilon: 1e-4), in: [("Pb", 1), ("H", 1)])
    let header = events.header(
      version: "1", process: "brems", weights: ["nominal"], relativeError: 1e-4, remarks: [])
    #expect(header.beam.id == 11 && header.target.id == 1_000_822_070)
    #expect(header.species.map(\.id) == [55, 11, 1_000_822_070, 2212, -11])
    #expect(header.weights[0].crossSection.value == events.crossSections[0])
    #expect(events.crossSections[0] == events.target.crossSections[0] * events.fate.share)
  }
}
