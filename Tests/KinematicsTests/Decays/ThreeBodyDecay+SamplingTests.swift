// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Kinematics
import Numerics
import Testing

@Suite("Sampling of three-body decays")
struct ThreeBodyDecaySamplingTests {
  @Test(
    "four-momentum is conserved to 1e-15 of the energy, mass shells to 1.5e-15, from rest to 1e6")
  func conservation() throws {
    var random = RandomConfigurations("three-body daughters")
    var (conservation, shell) = (0.0, 0.0)
    for _ in 0..<(30_000 * Effort.factor) {
      let (parentMass, m) = random.masses(daughters: 3)
      let decay = try ThreeBodyDecay(of: parentMass, into: m[0], m[1], m[2])
      let parent = FourMomentum(mass: parentMass, momentum: random.momentum(ofMass: parentMass))
      let split = decay.drawSplit(using: &random.stream)
      let daughters = decay.daughters(
        ofParentWith: parent.momentum, split, isotropic: &random.stream)
      let all = [daughters.first, daughters.second, daughters.third]
      let missing = all.reduce(-FourVector(parent)) { $0 + FourVector($1) }
      let worst = (0..<4).map { abs(missing.components[$0]) }.max() ?? .nan
      conservation = max(conservation, worst / parent.energy)
      for (daughter, mass) in zip(all, m) {
        #expect(daughter.mass == mass)
        guard daughter.energy > 0 else { continue }
        let square = daughter.energy * daughter.energy
        shell = max(shell, abs(FourVector(daughter).massSquared - mass * mass) / square)
      }
    }
    #expect(conservation <= 1e-15)
    #expect(shell <= 1.5e-15)
  }

  @Test("without masses all three squared pair masses have the density 2 (1 - s/M^2)")
  func masslessTriangle() throws {
    var random = RandomConfigurations("triangle")
    let decay = try ThreeBodyDecay(of: 2, into: 0, 0, 0)
    var samples: [[Double]] = [[], [], []]
    for _ in 0..<(20_000 * Effort.factor) {
      let split = decay.drawSplit(using: &random.stream)
      let daughters = decay.daughters(
        ofParentWith: ThreeVector(3, -1, 2), split, isotropic: &random.stream)
      let pairs = [
        daughters.first.invariantMass(with: daughters.second),
        daughters.second.invariantMass(with: daughters.third),
        daughters.first.invariantMass(with: daughters.third),
      ]
      for (index, mass) in pairs.enumerated() {
        let rest = 1 - mass * mass / 4
        samples[index].append(1 - rest * rest)
      }
    }
    for sample in samples { #expect(kolmogorov(sample) < 1.95) }
  }

  @Test(
    "means over the Dalitz plane are those of the integral, drawn evenly or with weights",
    arguments: [
      [0.493677, 0.13957, 0.13957, 0.13957], [0.493677, 0.000511, 0, 0.13498], [1, 0, 0, 0.999],
      [1, 0.999, 0, 0], [0.1056583755, 0.000511, 0, 0], [1.8, 0.9, 0.1, 0.2], [1, 1e-6, 1e-6, 0.5],
    ])
  func means(_ m: [Double]) throws {
    var random = RandomConfigurations("Dalitz means")
    let decay = try ThreeBodyDecay(of: m[0], into: m[1], m[2], m[3])
    let volume = try decay.phaseSpaceVolume().value
    func function(_ point: DalitzPoint) -> Double { point.s23 * point.s23 + point.s12 }
    let expected = try decay.integrateOverPhaseSpace(function).value / volume
    var (even, evenSquares, weighted, weightedSquares, weights, weightSquares) =
      (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    let n = 40_000.0
    for _ in 0..<Int(n) {
      let split = decay.drawSplit(using: &random.stream)
      let value = function(split.dalitzPoint(cosine: 2 * random.stream.uniform() - 1)) / expected
      even += value
      evenSquares += value * value
      let (other, rawWeight) = decay.drawWeightedSplit(using: &random.stream)
      let weight = rawWeight / volume
      let term =
        weight * function(other.dalitzPoint(cosine: 2 * random.stream.uniform() - 1)) / expected
      weighted += term
      weightedSquares += term * term
      weights += weight
      weightSquares += weight * weight
    }
    for (sum, squares) in [
      (even, evenSquares), (weighted, weightedSquares), (weights, weightSquares),
    ] {
      let error = max((squares / n - sum / n * sum / n) / n, 1e-20).squareRoot()
      #expect(abs(sum / n - 1) < 4 * error)
    }
  }

  @Test("more than half of the trials are kept, for any masses")
  func efficiency() throws {
    var random = RandomConfigurations("efficiency")
    var most = 0.0
    for _ in 0..<300 {
      let (parent, m) = random.masses(daughters: 3)
      let decay = try ThreeBodyDecay(of: parent, into: m[0], m[1], m[2])
      let start = random.stream.position
      for _ in 0..<400 { _ = decay.drawSplit(using: &random.stream) }
      most = max(most, Double(random.stream.position - start) / 400)
    }
    // A trial takes 8 / pi + 1 words.
    #expect(most < 2 * (8 / .pi + 1))
  }
}
