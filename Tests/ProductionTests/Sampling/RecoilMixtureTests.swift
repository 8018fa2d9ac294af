// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics
import Production
import Testing

@Suite("One emission for all masses and energies")
struct RecoilMixtureTests {
  private static let plan = RecoilMixture.Plan(masses: 5e-3...0.05, leastEnergy: 45, highest: 53)

  private static func process(
    _ mass: Double, on atom: TargetAtom, _ shares: ClosedRange<Double>
  ) throws(ProductionError) -> ExactBremsstrahlung {
    try ExactBremsstrahlung(
      RadiatedBoson(.vector, mass: mass, epsilon: 1), leptonMass: Bench.electron, atom: atom,
      fractions: shares)
  }

  @Test("masses and energies lie at equal ratios between their ends")
  func plan() {
    #expect(Self.plan.masses.count == 5)
    #expect(Self.plan.masses.first == 5e-3)
    #expect(abs((Self.plan.masses.last ?? 0) - 0.05) < 1e-12)
    #expect(Self.plan.energies.first ?? 0 > 45)
    #expect(abs((Self.plan.energies.last ?? 0) - 53) < 1e-9)
    let single = RecoilMixture.Plan(masses: 0.01...0.01, leastEnergy: 45, highest: 100)
    #expect(single.masses == [0.01])
  }

  @Test("weights give back the cross sections of every mass, on lead and carbon, at any energy")
  func totals() throws {
    let mixture = try RecoilMixture(Self.plan, threads: 2) {
      mass, shares throws(ProductionError) in
      try Self.process(mass, on: Bench.lead, shares)
    }
    let carbon = TargetAtom(z: 6, atomicWeight: 12.011, mass: 11.178)
    let masses = [5e-3, 7.3e-3, 16.7e-3, 0.05]
    for (atom, bound) in [(Bench.lead, 12.0), (carbon, 400)] {
      for energy in [48.1, 52.7] {
        let processes = try masses.map { try Self.process($0, on: atom, (45 / energy)...1) }
        var tallies = masses.map { _ in WeightTally() }
        var stream = RandomStream(seed: 3, name: "mixture")
        for _ in 0..<30_000 {
          let draw = mixture.draw(at: energy, using: &stream)
          for index in masses.indices {
            let weight = draw.map {
              processes[index].density(of: $0.recoil, at: energy) / $0.density
            }
            tallies[index].add(weight ?? 0)
          }
        }
        for (index, tally) in tallies.enumerated() {
          let total = try processes[index].total(at: energy).value
          #expect(abs(tally.mean - total) < 4.5 * tally.error, "\(masses[index]), \(energy)")
          #expect(tally.error < 0.02 * total)
          #expect(tally.effectiveCount > 30_000 / bound)
        }
      }
    }
  }

  @Test("an X that leaves too little is not drawn, and no mass makes more than there is")
  func limits() throws {
    let process = try Self.process(0.01, on: Bench.lead, 0...1)
    var mixtureStream = RandomStream(seed: 1, name: "mixture")
    let mixture = try RecoilMixture(
      RecoilMixture.Plan(masses: 0.01...0.01, leastEnergy: 45, highest: 47), threads: 1
    ) { mass, shares throws(ProductionError) in
      try Self.process(mass, on: Bench.lead, shares)
    }
    for _ in 0..<1000 {
      guard let draw = mixture.draw(at: 46, using: &mixtureStream) else { continue }
      #expect(draw.recoil.residual <= 46 - Bench.electron - 45)
      #expect(draw.density > 0)
      #expect(process.density(of: draw.recoil, at: draw.recoil.residual) == 0)
    }
  }
}
