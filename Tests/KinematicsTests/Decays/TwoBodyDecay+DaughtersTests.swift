// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Kinematics
import Testing

@Suite("Daughters of two-body decays")
struct TwoBodyDecayDaughtersTests {
  @Test(
    "four-momentum is conserved to 7e-16 of the energy, mass shells to 1.3e-15, from rest to 1e6")
  func conservation() throws {
    var random = RandomConfigurations("two-body daughters")
    var (conservation, shell, pair) = (0.0, 0.0, 0.0)
    for _ in 0..<(50_000 * Effort.factor) {
      let (parentMass, m) = random.masses(daughters: 2)
      let decay = try TwoBodyDecay(of: parentMass, into: m[0], m[1])
      let parent = FourMomentum(mass: parentMass, momentum: random.momentum(ofMass: parentMass))
      let (first, second) = decay.daughters(
        ofParentWith: parent.momentum, isotropic: &random.stream)
      let missing = FourVector(first) + FourVector(second) - FourVector(parent)
      let worst = (0..<4).map { abs(missing.components[$0]) }.max() ?? .nan
      conservation = max(conservation, worst / parent.energy)
      for daughter in [first, second] where daughter.energy > 0 {
        let square = daughter.energy * daughter.energy
        let excess = FourVector(daughter).massSquared - daughter.mass * daughter.mass
        shell = max(shell, abs(excess) / square)
      }
      let mass = first.invariantMass(with: second)
      pair = max(pair, abs(mass / parentMass - 1) / (1e-15 + 2e-16 * parent.lorentzFactor))
      #expect(first.mass == m[0] && second.mass == m[1])
    }
    #expect(conservation <= 7e-16)
    #expect(shell <= 1.3e-15)
    #expect(pair <= 1)
  }

  @Test("at rest the daughters fly back to back along the given direction")
  func atRest() throws {
    let decay = try TwoBodyDecay(of: 0.5, into: 0.1, 0.2)
    let direction = Direction(polarAngle: 2, azimuth: 1)
    let (first, second) = decay.daughters(ofParentWith: .zero, first: direction)
    #expect((first.momentum - decay.momentum * direction).length < 1e-16)
    #expect((first.momentum + second.momentum).length < 1e-16)
    #expect(abs(first.energy - decay.firstEnergy) < 1e-16)
    #expect(abs(second.energy - decay.secondEnergy) < 1e-16)
  }

  @Test(
    "the angles that went in come out in the parent's rest frame", arguments: [0.0, 0.3, 50, 1e5])
  func angles(_ betaGamma: Double) throws {
    var random = RandomConfigurations("decay angles")
    let decay = try TwoBodyDecay(of: 1.1, into: 0.2, 0)
    for _ in 0..<500 {
      let flight = Direction(isotropic: &random.stream)
      let parent = FourMomentum(mass: 1.1, momentum: (1.1 * betaGamma) * flight)
      let cosine = 2 * random.stream.uniform() - 1
      let azimuth = 6 * random.stream.uniform()
      let (first, _) = decay.daughters(
        ofParentWith: parent.momentum, cosine: cosine, azimuth: azimuth)
      let rest = try #require(Boost(toRestFrameOf: parent)).boost(first)
      let axis = betaGamma > 0 ? flight : .alongZ
      let expected = decay.momentum * axis.turned(by: Direction(cosine: cosine, azimuth: azimuth))
      #expect((rest.momentum - expected).length < 4e-15 * (1 + betaGamma))
    }
  }

  @Test(
    "isotropic decays fill the range of laboratory energies evenly", arguments: [0.05, 1, 300, 1e6])
  func flatEnergies(_ betaGamma: Double) throws {
    var random = RandomConfigurations("flat energies")
    let decay = try TwoBodyDecay(of: 0.411, into: 0.1056583755, 0.02)
    let range = decay.firstEnergyRange(betaGamma: betaGamma)
    let width = range.upperBound - range.lowerBound
    let momentum = ThreeVector(0.411 * betaGamma, 0, 0)
    let sample = (0..<20_000).map { _ in
      let daughters = decay.daughters(ofParentWith: momentum, isotropic: &random.stream)
      return (daughters.first.energy - range.lowerBound) / width
    }
    #expect(kolmogorov(sample) < 1.95)
    #expect(sample.allSatisfy { $0 > -1e-14 && $0 < 1 + 1e-14 })
  }

  @Test("a massless daughter thrown backwards at gamma 1e6 keeps its energy to the last digits")
  func backwardPhoton() throws {
    let decay = try TwoBodyDecay(of: 1, into: 0, 0)
    let (first, _) = decay.daughters(
      ofParentWith: ThreeVector(0, 0, 1e6), cosine: -1, azimuth: 0)
    // E = 1 / (2 (gamma + u)).
    let exact = 0.5 / (1e6 + (1 + 1e12).squareRoot())
    #expect(abs(first.energy - exact) <= 5e-16 * exact)
    #expect(abs(first.momentum.z + exact) <= 5e-16 * exact)
  }
}
