// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Numerics
import Production
import Testing

@Suite("One event for many masses")
struct BremsstrahlungHypothesesTests {
  static func processes(_ masses: [Double]) throws -> [ExactBremsstrahlung] {
    try masses.map { mass in
      try ExactBremsstrahlung(
        RadiatedBoson(.vector, mass: mass, epsilon: 1), leptonMass: Bench.electron,
        atom: Bench.lead)
    }
  }

  @Test("weights give back every cross section, are bounded, and tell as much as promised")
  func totals() throws {
    let masses = [1e-3, 3e-3, 16.7e-3, 0.1, 0.3, 1]
    let hypotheses = try BremsstrahlungHypotheses(Self.processes(masses), at: 100)
    var stream = RandomStream(seed: 1, name: "hypotheses")
    var tallies = masses.map { _ in WeightTally() }
    var weights = hypotheses.emptyWeights
    let count = 30_000
    var largest = 0.0
    var unequal = 0.0
    for _ in 0..<count {
      _ = hypotheses.draw(weights: &weights, using: &stream)
      for index in masses.indices {
        tallies[index].add(weights[index])
        largest = max(largest, weights[index])
      }
      unequal = max(unequal, (weights.reduce(0, +) / Double(masses.count) - 1).magnitude)
    }
    #expect(largest <= Double(masses.count) * (1 + 1e-12))
    #expect(unequal < 1e-12)
    for (mass, tally) in zip(masses, tallies) {
      #expect((tally.mean - 1).magnitude < 5.5 * tally.error, "\(mass)")
      #expect(tally.effectiveCount > 0.95 * Double(count) / Double(masses.count), "\(mass)")
    }
  }

  @Test("weighted events of each mass follow its own spectra, with its own recoil")
  func spectra() throws {
    let masses = [5e-3, 16.7e-3, 60e-3]
    let hypotheses = try BremsstrahlungHypotheses(Self.processes(masses), at: 100)
    for (index, mass) in masses.enumerated() {
      let sampler = hypotheses.samplers[index]
      var stream = RandomStream(seed: UInt64(index), name: "hypotheses")
      var weights = hypotheses.emptyWeights
      // Means of x, ln theta and ln t, by weighted and by plain events.
      var weighted = [WeightTally](repeating: WeightTally(), count: 3)
      var plain = weighted
      var worst = 0.0
      for _ in 0..<30_000 {
        let emission = hypotheses.draw(weights: &weights, using: &stream)
        if let event = hypotheses.finalState(
          of: index, at: emission, weight: weights[index], using: &stream)
        {
          let theta = event.boson.angle
          let shift = (theta - emission.angle).magnitude / (1e-9 * emission.angle + 1e-14)
          worst = max(worst, shift, (event.boson.energy - emission.bosonEnergy).magnitude * 1e12)
          if event.boson.mass != mass { worst = .infinity }
          for (order, value) in Self.marks(event).enumerated() {
            weighted[order].add(event.weight * value)
          }
        } else {
          for order in 0..<3 { weighted[order].add(0) }
        }
        for (order, value) in Self.marks(sampler.draw(using: &stream)).enumerated() {
          plain[order].add(value)
        }
      }
      #expect(worst < 1)
      for order in 0..<3 {
        let error = hypot(weighted[order].error, plain[order].error)
        let distance = (weighted[order].mean - plain[order].mean) / error
        #expect(distance.magnitude < 5.5, "\(mass) \(order) \(distance)")
      }
    }
  }

  static func marks(_ event: FinalState) -> [Double] {
    let transfer = event.recoil.map { 2 * $0.mass * $0.kineticEnergy } ?? 1
    return [
      event.boson.energy / 100, log(event.boson.angle) + 9, log(transfer) + 12,
    ]
  }

  @Test("a mass that the beam cannot make, and no mass at all, are refused")
  func refusal() throws {
    let open = try Self.processes([0.01, 20])
    #expect(throws: ProductionError.self) { _ = try BremsstrahlungHypotheses(open, at: 15) }
    #expect(
      message { _ = try BremsstrahlungHypotheses([], at: 15) }
        == "no common events (hypotheses share one beam, and there must be one at least) "
        + "give processes of the same lepton")
  }
}
