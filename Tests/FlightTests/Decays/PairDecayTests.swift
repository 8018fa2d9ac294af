// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Flight
import Kinematics
import Numerics
import Testing

@Suite("Pairs in flight")
struct PairDecayTests {
  @Test("four-momentum is conserved and daughters stay on their shells, to gamma = 1e6")
  func conservation() throws {
    var parents = RandomParents("pairs")
    let angle = PairHelicities.vector(parent: 1, 0.1, 0.3).polarAngle(.transverse)
    let decay = PairDecay(try TwoBodyDecay(of: 1, into: 0.1, 0.3), polarAngle: angle)
    for _ in 0..<20_000 {
      let momentum = parents.momentum(ofMass: 1)
      let products = decay.draw(ofParentWith: momentum, using: &parents.stream)
      #expect(products.count == 2)
      #expect(imbalance(products.sum, mass: 1, momentum: momentum) < 2e-15)
      for daughter in [products.first, products.second] {
        let e = daughter.energy
        #expect(
          abs(FourVector(daughter).massSquared - daughter.mass * daughter.mass) < 2e-15 * e * e)
      }
    }
  }

  @Test("the angle is to the flight of the parent, seen in the laboratory's energies")
  func energies() throws {
    // E1 = gamma (E1* + beta p* c) turns the density of c into one of E1.
    let kinematics = try TwoBodyDecay(of: 0.4, into: 0.1, 0.1)
    let angle = PairHelicities.vector(parent: 0.4, 0.1, 0.1).polarAngle(.longitudinal)
    let decay = PairDecay(kinematics, polarAngle: angle)
    let momentum = 40 * Direction(polarAngle: 1.1, azimuth: 0.4)
    let range = kinematics.firstEnergyRange(betaGamma: 100)
    let probabilities = (0..<20).map { seed in
      var stream = RandomStream(seed: UInt64(seed), name: "energies")
      let draws = (0..<10_000).map { _ in
        let energy = decay.draw(ofParentWith: momentum, using: &stream).first.energy
        return 2 * (energy - range.lowerBound) / (range.upperBound - range.lowerBound) - 1
      }
      return GoodnessOfFit.kolmogorovSmirnov(draws) { c in
        angle.constant * (c + 1) + angle.quadratic * (c * c * c + 1) / 3
      }
    }
    #expect(GoodnessOfFit.passes(probabilities))
  }
}
