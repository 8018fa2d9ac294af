// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Flight
import Kinematics
import Numerics
import Quantities
import Testing

@Suite("Three photons in flight")
struct PhotonTripletDecayTests {
  static let mass = 1e-4

  @Test("the squared amplitude gives the width of the table")
  func width() throws {
    let decay = try PhotonTripletDecay(of: Self.mass)
    let integral = try decay.kinematics.integrateOverPhaseSpace { decay.shape(at: $0) }
    let electron = 0.510_998_95e-3
    let (alpha, ratio) = (PhysicalConstants.fineStructure, Self.mass / electron)
    var scale = 4.0 / 2025
    for _ in 0..<4 { scale *= alpha * ratio * ratio }
    // Three spins, 3! equal photons.
    let width = scale * integral.value / (2 * Self.mass) / 3 / 6
    let table = ThreePhotonDecay.leadingWidth(mass: Self.mass, electronMass: electron)
    #expect(relative(width, table) < 1e-7)
  }

  @Test("the energy of a photon has the published spectrum, over many seeds")
  func spectrum() throws {
    // x^3 (1715 - 3105 x + 2919/2 x^2), x = 2 E / M.
    func cumulative(_ x: Double) -> Double {
      let x4 = x * x * x * x
      return x4 * (1715.0 / 4 - 621 * x + 973.0 / 4 * x * x)
    }
    let decay = try PhotonTripletDecay(of: Self.mass)
    let probabilities = (0..<20).map { seed in
      var stream = RandomStream(seed: UInt64(seed), name: "photons")
      let draws = (0..<10_000).map { index in
        let products = decay.draw(ofParentWith: .zero, using: &stream)
        let photons = [products.first, products.second, products.third ?? products.first]
        return 2 * photons[index % 3].energy / Self.mass
      }
      return GoodnessOfFit.kolmogorovSmirnov(draws) { cumulative($0) / cumulative(1) }
    }
    #expect(GoodnessOfFit.passes(probabilities))
  }

  @Test("four-momentum is conserved, to gamma = 1e6")
  func conservation() throws {
    var parents = RandomParents("photons")
    let decay = try PhotonTripletDecay(of: Self.mass)
    for _ in 0..<10_000 {
      let momentum = parents.momentum(ofMass: Self.mass)
      let products = decay.draw(ofParentWith: momentum, using: &parents.stream)
      #expect(imbalance(products.sum, mass: Self.mass, momentum: momentum) < 4e-15)
    }
  }
}
