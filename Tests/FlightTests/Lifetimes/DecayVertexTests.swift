// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Flight
import Foundation
import Kinematics
import Numerics
import Quantities
import Testing

@Suite("Decay vertices")
struct DecayVertexTests {
  static let particle = FourMomentum(mass: 0.4, momentum: ThreeVector(3, -4, 12))
  static let state = TrackState(particle, at: ThreeVector(1, 2, 3), time: 5)

  @Test("a vertex lies on the line of flight, at the time of the velocity")
  func places() throws {
    let volume = try DecayVolume(fromZ: 100, toZ: 220)
    let law = DecayLaw(properLength: .mm(2), of: Self.particle)
    var stream = RandomStream(seed: 3, name: "vertex")
    for _ in 0..<1000 {
      let vertex = try #require(law.drawVertex(of: Self.state, in: volume, using: &stream))
      #expect(volume.planes.contains(vertex.position.z))
      #expect(abs(vertex.position.x - 1 - 3.0 / 13 * vertex.path) < 1e-12)
      #expect(abs(vertex.position.y - 2 + 4.0 / 13 * vertex.path) < 1e-12)
      let velocity = 13 / Self.particle.energy * 299.792_458
      #expect(abs(vertex.time - 5 - vertex.path / velocity) < 1e-12)
      let free = try #require(law.drawVertex(of: Self.state, using: &stream))
      #expect(abs(free.time - 5 - free.path / velocity) < 1e-12 * free.time)
      #expect(free.weight == 1)
    }
  }

  @Test("vertices in a volume with weights are all vertices with a cut", arguments: [0.7, 3, 100])
  func weights(properLength: Double) throws {
    let volume = try DecayVolume(fromZ: 100, toZ: 220)
    let law = DecayLaw(properLength: .mm(properLength), of: Self.particle)
    var stream = RandomStream(seed: 4, name: "weights")
    let count = 100_000
    var inside: [Double] = []
    for _ in 0..<count {
      let vertex = try #require(law.drawVertex(of: Self.state, using: &stream))
      if volume.planes.contains(vertex.position.z) { inside.append(vertex.position.z) }
    }
    var weight = 0.0
    var forced: [Double] = []
    for _ in 0..<20_000 {
      let vertex = try #require(law.drawVertex(of: Self.state, in: volume, using: &stream))
      weight += vertex.weight / 20_000
      forced.append(vertex.position.z)
    }
    let expected = weight * Double(count)
    #expect(abs(Double(inside.count) - expected) < 4 * expected.squareRoot() + 1)
    // The empirical distribution of one against that of the other, ten times as large or not.
    let mean = inside.reduce(0, +) / Double(inside.count)
    let forcedMean = forced.reduce(0, +) / 20_000
    let spread = 120 / 12.0.squareRoot()
    #expect(
      abs(mean - forcedMean) < 4 * spread * (1 / Double(inside.count) + 1 / 20_000).squareRoot())
  }

  @Test("no vertex for a stable particle or one that misses the volume; at rest it stays")
  func none() throws {
    let volume = try DecayVolume(fromZ: 0, toZ: 10)
    var stream = RandomStream(seed: 5, name: "none")
    let stable = DecayLaw(properLength: nil, of: Self.particle)
    #expect(stable.drawVertex(of: Self.state, in: volume, using: &stream) == nil)
    #expect(stable.drawVertex(of: Self.state, using: &stream) == nil)
    let law = DecayLaw(properLength: .mm(1), of: Self.particle)
    let gone = TrackState(Self.particle, at: ThreeVector(0, 0, 11))
    #expect(law.drawVertex(of: gone, in: volume, using: &stream) == nil)
    let resting = TrackState(FourMomentum(atRest: 1), at: ThreeVector(0, 0, 5), time: 7)
    let atRest = DecayLaw(properLength: .m(1), of: resting.particle)
    let times = try (0..<20_000).map { _ in
      let vertex = try #require(atRest.drawVertex(of: resting, in: volume, using: &stream))
      #expect(vertex.position == resting.position && vertex.weight == 1)
      return vertex.time - 7
    }
    let mean = 1000 / 299.792_458
    #expect(GoodnessOfFit.kolmogorovSmirnov(times) { 1 - exp(-$0 / mean) } > 1e-4)
  }
}
