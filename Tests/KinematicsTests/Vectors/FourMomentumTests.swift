// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Kinematics
import Testing

@Suite("FourMomentum")
struct FourMomentumTests {
  private static let muon = 0.1056583755

  @Test("all ways to make a particle agree", arguments: [1e-9, 1e-3, 1.0, 1e5])
  func constructors(_ kinetic: Double) throws {
    let direction = Direction(polarAngle: 0.3, azimuth: 1)
    let a = FourMomentum(mass: Self.muon, kineticEnergy: kinetic, direction: direction)
    let b = FourMomentum(mass: Self.muon, momentum: a.momentum)
    let c = try #require(
      FourMomentum(mass: Self.muon, energy: a.energy, direction: direction))
    #expect(abs(b.energy - a.energy) <= 4e-16 * a.energy)
    #expect(abs(a.kineticEnergy - kinetic) <= 1e-15 * kinetic)
    #expect(abs(b.kineticEnergy - kinetic) <= 1e-15 * kinetic)
    // E is rounded, so E - m and with it p know T to E 1e-16.
    #expect(abs(c.kineticEnergy - kinetic) <= 3e-16 * (a.energy + kinetic))
    #expect(FourVector(a).momentum == a.momentum)
    #expect(FourVector(a).energy == a.energy)
    #expect(
      abs(a.betaGamma * a.betaGamma + 1 - a.lorentzFactor * a.lorentzFactor) <= 1e-15
        * a.lorentzFactor * a.lorentzFactor)
  }

  @Test("less energy than mass is no particle; rest and light are")
  func limits() throws {
    #expect(FourMomentum(mass: 1, energy: 0.999, direction: .alongZ) == nil)
    #expect(FourMomentum(mass: 1, energy: .nan, direction: .alongZ) == nil)
    #expect(try #require(FourMomentum(mass: 1, energy: 1, direction: .alongZ)).momentum == .zero)
    #expect(FourMomentum(atRest: 2).energy == 2)
    #expect(FourMomentum(atRest: 0).kineticEnergy == 0)
    let photon = FourMomentum(mass: 0, kineticEnergy: 3, direction: .alongZ)
    #expect(photon.momentum == ThreeVector(0, 0, 3))
    #expect(photon.rapidity == .infinity)
    #expect(FourMomentum(atRest: 0).rapidity == 0)
    #expect(photon.transverse == 0)
  }

  @Test("rapidities add under boosts along z", arguments: [-10.0, -0.1, 1e-6, 3, 14])
  func rapidity(_ y: Double) {
    let particle = FourMomentum(mass: 0.5, momentum: ThreeVector(0.2, -0.1, 0.7))
    let boosted = Boost(betaGamma: ThreeVector(0, 0, sinh(y))).boost(particle)
    #expect(abs(boosted.rapidity - particle.rapidity - y) < 4e-15 * max(1, abs(y)))
    #expect(abs(boosted.transverse - particle.transverse) < 1e-16)
  }

  @Test("invariants of fast pairs survive where those of components are lost")
  func invariants() {
    // A pair of gamma = 1e6, of muons 1e-7 rad apart, on either side of an oblique axis.
    let frame = AxialFrame(axis: Direction(polarAngle: 1, azimuth: 0.5))
    let (p, angle) = (1e5, 1e-7)
    let a = FourMomentum(
      mass: Self.muon, momentum: frame.outside(ThreeVector(p * angle / 2, 0, p)))
    let b = FourMomentum(
      mass: Self.muon, momentum: frame.outside(ThreeVector(-p * angle / 2, 0, p)))
    // Equal momenta: s = 4 m^2 + 4 p_x^2 exactly.
    let exact = 2 * (Self.muon * Self.muon + p * p * angle * angle / 4).squareRoot()
    #expect(abs(a.invariantMass(with: b) - exact) < 1e-11 * exact)
    #expect(a.invariantMass(with: b) == b.invariantMass(with: a))
  }

  @Test("the invariant product agrees with the one of components where these know it")
  func product() {
    var random = RandomConfigurations("invariant product")
    for _ in 0..<3000 {
      let a = FourMomentum(
        mass: random.logUniform(1e-4, 10), momentum: random.momentum(ofMass: 1e-3))
      let b = FourMomentum(
        mass: random.stream.integer(below: 2) == 0 ? 0 : 1, momentum: random.momentum(ofMass: 1e-3))
      let difference = a.dot(b) - FourVector(a).dot(FourVector(b))
      #expect(abs(difference) <= 1e-15 * a.energy * b.energy)
      #expect(a.dot(b) >= a.mass * b.mass * (1 - 1e-15))
    }
    #expect(FourMomentum(atRest: 0).dot(FourMomentum(atRest: 1)) == 0)
  }
}
