// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Kinematics
import Testing

@Suite("Boost")
struct BoostTests {
  @Test("a particle at rest gets the momentum of its frame")
  func fromRest() throws {
    let parent = FourMomentum(mass: 0.5, momentum: ThreeVector(1, -2, 3))
    let boost = try #require(Boost(fromRestFrameOf: parent))
    let moving = boost.boost(FourMomentum(atRest: 2))
    #expect((moving.momentum - 4 * parent.momentum).length < 2e-14)
    #expect(abs(moving.energy - 4 * parent.energy) < 1e-14)
    #expect(Boost(fromRestFrameOf: FourMomentum(mass: 0, momentum: parent.momentum)) == nil)
    #expect(Boost(toRestFrameOf: FourMomentum(atRest: 0)) == nil)
    #expect(boost.betaGamma == boost.inverse.inverse.betaGamma)
  }

  @Test("no boost changes nothing")
  func identity() {
    let particle = FourMomentum(mass: 0.1, momentum: ThreeVector(0.3, 0.2, -0.7))
    let same = Boost(betaGamma: .zero).boost(particle)
    #expect((same.momentum - particle.momentum).length < 2e-16)
    #expect(abs(same.energy - particle.energy) < 2e-16)
  }

  @Test("particles and components are boosted alike, to the precision of the components")
  func agreement() {
    var random = RandomConfigurations("boost agreement")
    for _ in 0..<3000 {
      let boost = Boost(betaGamma: random.momentum(ofMass: 1))
      let mass = random.stream.integer(below: 3) == 0 ? 0 : random.logUniform(1e-4, 10)
      let particle = FourMomentum(mass: mass, momentum: random.momentum(ofMass: 0.1))
      let a = FourVector(boost.boost(particle))
      let b = boost.boost(FourVector(particle))
      let scale = 4e-15 * boost.gamma * particle.energy
      #expect(((a - b).components * (a - b).components).sum().squareRoot() <= scale)
    }
  }

  @Test("a boosted particle is on its mass shell to 2e-15 of its own squared energy")
  func massShell() {
    var random = RandomConfigurations("boost shell")
    for _ in 0..<3000 {
      let parent = FourMomentum(mass: 1, momentum: random.momentum(ofMass: 1))
      let boost = Boost(betaGamma: -parent.momentum)
      let particle = FourMomentum(mass: random.logUniform(1e-4, 10), momentum: parent.momentum)
      let slow = boost.boost(particle)
      let excess = FourVector(slow).massSquared - particle.mass * particle.mass
      #expect(abs(excess) <= 2e-15 * slow.energy * slow.energy)
    }
  }

  @Test("to rest and back loses gamma times rounding, not its square", arguments: [1.0, 1e3, 1e6])
  func roundTrip(_ gamma: Double) throws {
    var random = RandomConfigurations("round trip")
    for _ in 0..<1000 {
      let direction = Direction(isotropic: &random.stream)
      let parent = try #require(FourMomentum(mass: 1, energy: gamma, direction: direction))
      let inner = FourMomentum(
        mass: 0.2, momentum: random.logUniform(1e-3, 1) * Direction(isotropic: &random.stream))
      let out = try #require(Boost(fromRestFrameOf: parent))
      let back = try #require(Boost(toRestFrameOf: parent))
      let again = back.boost(out.boost(inner))
      #expect((again.momentum - inner.momentum).length <= 2e-15 * gamma * inner.energy)
      #expect(abs(again.energy - inner.energy) <= 2e-15 * gamma * inner.energy)
    }
  }

  @Test("the rest frame of a particle of gamma 1e6 has it at rest to 1e-9 of its mass")
  func ownRestFrame() throws {
    var random = RandomConfigurations("own rest frame")
    for _ in 0..<1000 {
      let particle = FourMomentum(mass: 0.3, momentum: 3e5 * Direction(isotropic: &random.stream))
      let rest = try #require(Boost(toRestFrameOf: particle)).boost(particle)
      #expect(rest.momentum.length < 1e-9 * 0.3)
      #expect(abs(rest.energy - 0.3) < 1e-9 * 0.3)
    }
  }

  @Test("products of two particles are invariant")
  func invariance() {
    var random = RandomConfigurations("boost invariance")
    for _ in 0..<2000 {
      let boost = Boost(betaGamma: random.momentum(ofMass: 1))
      let a = FourMomentum(mass: 0.1, momentum: ThreeVector(random.stream.direction()))
      let b = FourMomentum(mass: 0, momentum: ThreeVector(random.stream.direction()))
      let after = boost.boost(a).dot(boost.boost(b))
      #expect(abs(after - a.dot(b)) <= 1e-14 * boost.gamma * a.dot(b) + 1e-15 * boost.gamma)
    }
  }
}
