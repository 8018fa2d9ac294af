// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Foundation
import Kinematics
import Numerics
import Production
import Testing

@Suite("Sampling bremsstrahlung")
struct BremsstrahlungSamplerTests {
  @Test("x and theta follow the integrated spectra, over many seeds", arguments: SampledBeam.all)
  func spectra(_ beam: SampledBeam) throws {
    let sampler = try beam.process().sampler(at: beam.energy)
    let (residuals, angles) = (try beam.residuals(), try beam.angles())
    #expect(deviation(residuals.integral, from: sampler.crossSection) < 1e-3)
    #expect(deviation(angles.integral, from: sampler.crossSection) < 1e-3)
    var inResidual: [Double] = []
    var inAngle: [Double] = []
    for seed in 1...20 {
      var stream = RandomStream(seed: UInt64(seed), name: "spectra")
      let events = (0..<4000).map { _ in sampler.draw(using: &stream) }
      inResidual.append(
        GoodnessOfFit.kolmogorovSmirnov(
          events.map { residuals(beam.energy - beam.lepton - $0.boson.energy) }))
      inAngle.append(GoodnessOfFit.kolmogorovSmirnov(events.map { angles($0.boson.angle) }))
    }
    #expect(GoodnessOfFit.passes(inResidual), "\(inResidual)")
    #expect(GoodnessOfFit.passes(inAngle), "\(inAngle)")
  }

  @Test("proposals taken as events fail, and so do events of another mass or spin")
  func power() throws {
    let beam = SampledBeam.all[0]
    let (residuals, angles) = (try beam.residuals(), try beam.angles())
    var stream = RandomStream(seed: 1, name: "power")
    let right = try beam.process().sampler(at: beam.energy)
    let count = 80_000
    let others = try [(.vector, 1.1), (.scalar, 1)].map { (structure: LorentzStructure, ratio) in
      let other = SampledBeam(
        structure: structure, mass: ratio * beam.mass, lepton: beam.lepton, energy: beam.energy,
        atom: beam.atom)
      let wrong = try other.process().sampler(at: beam.energy)
      return (0..<count).map { _ in wrong.draw(using: &stream) }
    }
    for events in others + [(0..<count).map { _ in right.drawWeighted(using: &stream) }] {
      let inResidual = GoodnessOfFit.kolmogorovSmirnov(
        events.map { residuals(beam.energy - beam.lepton - $0.boson.energy) })
      let inAngle = GoodnessOfFit.kolmogorovSmirnov(events.map { angles($0.boson.angle) })
      #expect(min(inResidual, inAngle) < GoodnessOfFit.bound)
    }
  }

  @Test("x and theta together follow the double spectrum")
  func plane() throws {
    let beam = SampledBeam.all[0]
    let process = try beam.process()
    let rule = try GaussLegendreRule(points: 8)
    let residuals = [1e-3, 0.1, 0.5, 2, 6, 20, 50, 90]
    let angles = [1e-6, 2e-5, 6e-5, 1.5e-4, 3e-4, 8e-4, 3e-3, 2e-2]
    var probabilities: [Double] = []
    let total = try process.total(at: beam.energy).value
    for (v0, v1) in zip(residuals, residuals.dropFirst()) {
      for (a0, a1) in zip(angles, angles.dropFirst()) {
        var sum = 0.0
        for (x, weight) in zip(rule.nodes, rule.weights) {
          let residual = v0 * pow(v1 / v0, 0.5 * (1 + x))
          for (y, other) in zip(rule.nodes, rule.weights) {
            let angle = a0 * pow(a1 / a0, 0.5 * (1 + y))
            let density = try process.differential(
              atFraction: (beam.energy - beam.lepton - residual) / beam.energy, angle: angle,
              energy: beam.energy)
            sum += weight * other * density.value * residual * angle
          }
        }
        probabilities.append(0.25 * log(v1 / v0) * log(a1 / a0) / beam.energy / total * sum)
      }
    }
    let sampler = try process.sampler(at: beam.energy)
    var values: [Double] = []
    for seed in 1...10 {
      var stream = RandomStream(seed: UInt64(seed), name: "plane")
      var counts = [Double](repeating: 0, count: probabilities.count)
      var outside = 0.0
      for _ in 0..<20_000 {
        let boson = sampler.draw(using: &stream).boson
        let residual = beam.energy - beam.lepton - boson.energy
        let angle = boson.angle
        if let i = residuals.lastIndex(where: { $0 <= residual }), i < residuals.count - 1,
          let j = angles.lastIndex(where: { $0 <= angle }), j < angles.count - 1
        {
          counts[i * (angles.count - 1) + j] += 1
        } else {
          outside += 1
        }
      }
      values.append(
        try GoodnessOfFit.chiSquare(
          counts: counts + [outside],
          probabilities: probabilities + [1 - probabilities.reduce(0, +)]))
    }
    #expect(GoodnessOfFit.passes(values), "\(values)")
  }

  @Test("t and phi of the recoil follow the density", arguments: SampledBeam.all.prefix(3))
  func recoil(_ beam: SampledBeam) throws {
    let sampler = try beam.process().sampler(at: beam.energy)
    var stream = RandomStream(seed: 3, name: "recoil")
    let events = (0..<60_000).map { _ in sampler.draw(using: &stream) }
    let sorted = events.prefix(2000).compactMap { $0.recoil }
      .map { 2 * $0.mass * $0.kineticEnergy }.sorted()
    // Bins about as probable as each other, by a part of the events: any others would do.
    let grid = try RecoilGrid(beam, ends: (1..<12).map { sorted[$0 * sorted.count / 12] })
    #expect(deviation(grid.total, from: sampler.crossSection) < 3e-3)
    var counts = [Double](repeating: 0, count: grid.transfers.count)
    for event in events.dropFirst(2000) { counts[grid.bin(of: event)] += 1 }
    let value = try GoodnessOfFit.chiSquare(counts: counts, probabilities: grid.transfers)
    #expect(value > GoodnessOfFit.bound, "\(value)")
    // An even phi would be ten standard deviations away.
    #expect(grid.harmonics[0].magnitude > 0.03)
    for order in 1...3 {
      var cosines = WeightTally()
      var sines = WeightTally()
      for event in events {
        let phi = RecoilGrid.azimuth(of: event)
        cosines.add(cos(Double(order) * phi))
        sines.add(sin(Double(order) * phi))
      }
      let distance = (cosines.mean - grid.harmonics[order - 1]) / cosines.error
      #expect(distance.magnitude < 5.5, "order \(order) \(distance)")
      #expect((sines.mean / sines.error).magnitude < 5.5, "order \(order)")
    }
  }

  @Test("the recoil off an atom of other screening fails")
  func recoilPower() throws {
    let beam = SampledBeam.all[0]
    let atom = TargetAtom(z: 10, atomicWeight: beam.atom.atomicWeight, mass: beam.atom.mass)
    let other = SampledBeam(
      structure: beam.structure, mass: beam.mass, lepton: beam.lepton, energy: beam.energy,
      atom: atom)
    let grid = try RecoilGrid(beam, ends: [1e-10, 1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3])
    let sampler = try other.process().sampler(at: beam.energy)
    var stream = RandomStream(seed: 4, name: "recoil")
    var counts = [Double](repeating: 0, count: grid.transfers.count)
    for _ in 0..<60_000 { counts[grid.bin(of: sampler.draw(using: &stream))] += 1 }
    let value = try GoodnessOfFit.chiSquare(counts: counts, probabilities: grid.transfers)
    #expect(value < GoodnessOfFit.bound)
  }

  @Test("the mean of the weights is 1, and weighted events follow the same distribution")
  func weights() throws {
    for beam in SampledBeam.all {
      let process = try ExactBremsstrahlung(
        RadiatedBoson(beam.structure, mass: beam.mass, epsilon: 1), leptonMass: beam.lepton,
        atom: beam.atom, accuracy: .converged)
      let sampler = try process.sampler(at: beam.energy)
      var stream = RandomStream(seed: 5, name: "weights")
      var weights = WeightTally()
      var weighted = WeightTally()
      var plain = WeightTally()
      var largest = 0.0
      for _ in 0..<60_000 {
        let event = sampler.drawWeighted(using: &stream)
        weights.add(event.weight)
        weighted.add(event.weight * event.boson.energy / beam.energy)
        largest = max(largest, event.weight)
        plain.add(sampler.draw(using: &stream).boson.energy / beam.energy)
      }
      #expect((weights.mean - 1).magnitude < 5.5 * weights.error, "\(beam)")
      #expect(largest < 1.05 / sampler.efficiency)
      let error = hypot(weighted.error, plain.error)
      #expect((weighted.mean - plain.mean).magnitude < 5.5 * error, "\(beam)")
    }
  }

  @Test("four-momentum is conserved and masses are kept at the extremes")
  func conservation() throws {
    let hydrogen = SampledBeam.hydrogen
    let beams =
      SampledBeam.all + [
        SampledBeam(
          structure: .vector, mass: 1e-6, lepton: Bench.electron, energy: 1000, atom: Bench.lead),
        SampledBeam(
          structure: .vector, mass: 1e-6, lepton: Bench.muon, energy: 1000, atom: Bench.lead),
        SampledBeam(
          structure: .pseudoscalar, mass: 8e-5, lepton: Bench.electron, energy: 0.039,
          atom: Bench.lead),
        SampledBeam(
          structure: .axial, mass: 4, lepton: Bench.electron, energy: 20, atom: hydrogen),
        SampledBeam(
          structure: .scalar, mass: 1e-3, lepton: Bench.muon, energy: 0.12, atom: hydrogen),
      ]
    for beam in beams {
      let sampler = try beam.process().sampler(at: beam.energy)
      #expect(sampler.excess < 1e-5, "\(beam) \(sampler.excess)")
      var stream = RandomStream(seed: 6, name: "conservation")
      let masses = [beam.mass, beam.lepton, beam.atom.mass]
      var worst = 0.0
      let momentum = ((beam.energy - beam.lepton) * (beam.energy + beam.lepton)).squareRoot()
      for _ in 0..<2000 {
        let event = sampler.draw(using: &stream)
        let lepton = try #require(event.companion)
        let nucleus = try #require(event.recoil)
        if [event.boson.mass, lepton.mass, nucleus.mass] != masses || event.weight != 1 {
          worst = .infinity
        }
        let energies = event.boson.energy + lepton.energy + nucleus.kineticEnergy
        let sum = event.boson.momentum + lepton.momentum + nucleus.momentum
        let rest = sum - ThreeVector(0, 0, momentum)
        worst = max(worst, (energies - beam.energy).magnitude, rest.length)
      }
      #expect(worst < 1e-14 * beam.energy, "\(beam)")
    }
  }

  @Test("the cut on x of the process is kept")
  func cut() throws {
    let process = try ExactBremsstrahlung(
      RadiatedBoson(.vector, mass: 0.1, epsilon: 1), leptonMass: Bench.electron, atom: Bench.lead,
      fractions: 0.5...0.75)
    let sampler = try process.sampler(at: 100)
    #expect(sampler.crossSection == (try process.total(at: 100).value))
    var stream = RandomStream(seed: 7, name: "cut")
    for _ in 0..<200 {
      let share = sampler.draw(using: &stream).boson.energy / 100
      #expect((0.5 - 1e-12...0.75 + 1e-12).contains(share))
    }
  }

  @Test("one stream gives one event")
  func determinism() throws {
    let process = try SampledBeam.all[0].process()
    let (one, two) = (try process.sampler(at: 100), try process.sampler(at: 100))
    for event in 0..<20 {
      var first = RandomStream(seed: 8, name: "determinism", event: event)
      var second = RandomStream(seed: 8, name: "determinism", event: event)
      #expect(one.draw(using: &first) == two.draw(using: &second))
    }
  }

  @Test("below the threshold there are no events, and it is said why")
  func closed() throws {
    let process = try ExactBremsstrahlung(
      RadiatedBoson(.vector, mass: 1, epsilon: 1), leptonMass: Bench.electron, atom: Bench.lead)
    #expect(
      message { _ = try process.sampler(at: 0.5) }
        == "no events at 0.5 GeV (the cross section is zero) raise the energy above the threshold, "
        + "and give a coupling above zero")
  }
}
