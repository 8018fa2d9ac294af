// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Foundation
import Matter
import Numerics
import Production
import Testing

@Suite("Exact bremsstrahlung")
struct ExactBremsstrahlungTests {
  typealias Reference = BremsstrahlungReference

  @Test("agrees with independent totals on lead within 0.02%, elastic and inelastic")
  func totals() throws {
    let rows = try Reference.read("bremsstrahlung")
    #expect(rows.count == 23)
    for row in rows {
      let whole = try row.process().total(at: row.energy)
      #expect((whole.value / row["exact"] - 1).magnitude < 2e-4, "\(row)")
      let both = try row.process(.elasticAndInelastic).total(at: row.energy)
      #expect((both.value / row["exact_full"] - 1).magnitude < 2e-4, "\(row)")
    }
  }

  @Test("off muons, the approximation of Weizsaecker and Williams is 1% away below 300 MeV")
  func muons() throws {
    let rows = try Reference.read("bremsstrahlung").filter {
      $0.row["lepton"] == "muon" && $0["mass_mev"] <= 300
    }
    #expect(rows.count == 10)
    for row in rows {
      let value = try row.process().total(at: row.energy)
      #expect((value.value / row["ww"] - 1).magnitude < 1e-2, "\(row)")
    }
  }

  @Test("agrees with independent spectra in x within 0.03%")
  func spectra() throws {
    let rows = try Reference.read("bremsstrahlung-x")
    #expect(rows.count == 40)
    for row in rows {
      let value = try row.process().differential(
        in: .energyFraction, at: row["x"], energy: row.energy)
      #expect((value.value / row["exact"] - 1).magnitude < 3e-4, "\(row) \(value)")
    }
  }

  @Test("agrees with the published 3643 pb at 16.7 MeV and 150 GeV: 3587 elastic, 3635 in all")
  func published() throws {
    let elastic = try Reference.process(mass: 16.7e-3).total(at: 150).value * 1e-8
    #expect((elastic / 3587 - 1).magnitude < 1e-3)
    let process = try Reference.process(
      mass: 16.7e-3, atom: Reference.lead(.elasticAndInelastic))
    let whole = try process.total(at: 150).value * 1e-8
    #expect((whole / 3635 - 1).magnitude < 1e-3)
    #expect((whole / 3643 - 1).magnitude < 3e-3)
  }

  @Test(
    "a massless vector is a photon: Bethe-Heitler with complete screening within 0.2%",
    arguments: [0.1, 0.3, 0.5, 0.7, 0.9, 0.95])
  func betheHeitler(_ x: Double) throws {
    let value = try Reference.process(mass: 1e-7).differential(
      in: .energyFraction, at: x, energy: 1000)
    let alpha = 1 / 137.035999177
    let radius = alpha / Reference.electron
    // Of a form factor with screening radius a: ln(a m_e) + 1/2, a = 111 / (Z^(1/3) m_e).
    let logarithm = log(111 / cbrt(82)) + 0.5
    let shape = (4 / 3 - 4 * x / 3 + x * x) * logarithm + (1 - x) / 9
    let expected = 4 * alpha * radius * radius * 82 * 82 / x * shape * 3.893793721e8
    #expect((value.value / expected - 1).magnitude < 2e-3)
  }

  @Test("spectra in x and in theta integrate to the total", arguments: LorentzStructure.allCases)
  func normalisation(_ structure: LorentzStructure) throws {
    for (lepton, mass, energy) in [
      (Reference.electron, 1e-3, 100.0), (Reference.electron, 0.3, 20), (Reference.muon, 0.1, 160),
      (Reference.electron, 3e-3, 0.01), (Reference.muon, 0.5, 2),
    ] {
      let process = try Reference.process(structure, mass: mass, lepton: lepton)
      let total = try process.total(at: energy).value
      let rule = try GaussLegendreRule(points: 100)
      let x = try #require(process.range(of: .energyFraction, at: energy))
      let width = x.upperBound - x.lowerBound
      // Squares of logarithms at both ends reach what is next to them.
      let map = TwoEndedMap(length: width, lower: 1e-3 * width, upper: 1e-6 * width)
      var sum = 0.0
      for (node, weight) in zip(rule.nodes, rule.weights) {
        let (above, _, stretch) = map(0.5 * (1 + node))
        sum +=
          0.5 * weight * stretch
          * (try process.differential(
            in: .energyFraction, at: x.lowerBound + above, energy: energy
          ).value)
      }
      #expect((sum / total - 1).magnitude < 1e-3, "x \(structure) \(mass) \(sum / total)")
      let angles = try #require(process.range(of: .angle, at: energy))
      let lateral = TwoEndedMap(
        length: angles.upperBound, lower: min(0.1, 1e-3 * (mass + lepton) / energy),
        upper: 0.5 * angles.upperBound)
      sum = 0
      for (node, weight) in zip(rule.nodes, rule.weights) {
        let (angle, _, stretch) = lateral(0.5 * (1 + node))
        sum +=
          0.5 * weight * stretch
          * (try process.differential(in: .angle, at: angle, energy: energy).value)
      }
      #expect((sum / total - 1).magnitude < 1e-3, "theta \(structure) \(mass) \(sum / total)")
    }
  }

  @Test("the double spectrum integrates over theta to the spectrum in x")
  func double() throws {
    let process = try Reference.process(mass: 0.05)
    let expected = try process.differential(in: .energyFraction, at: 0.9, energy: 100).value
    let rule = try GaussLegendreRule(points: 120)
    let map = TwoEndedMap(length: 1, lower: 1e-5, upper: 1)
    var sum = 0.0
    for (node, weight) in zip(rule.nodes, rule.weights) {
      let (angle, _, stretch) = map(0.5 * (1 + node))
      let value = try process.differential(atFraction: 0.9, angle: angle, energy: 100).value
      sum += 0.5 * weight * stretch * value
    }
    #expect((sum / expected - 1).magnitude < 1e-3)
  }

  @Test("the density over azimuth and momentum transfer integrates to the double spectrum")
  func density() throws {
    let process = try Reference.process(.axial, mass: 2e-3)
    let beam = try process.kinematics(at: 10)
    let emission = EmissionKinematics(beam, residual: 0.4 * 10 - beam.leptonMass)
    let angle = 4e-4
    let recoil = RecoilKinematics(emission, excess: emission.excess(at: angle))
    let range = process.transferRange(recoil)
    let rule = try GaussLegendreRule(points: 64)
    var sum = 0.0
    for map in [range.lower, range.upper].compactMap({ $0 }) {
      for (node, weight) in zip(rule.nodes, rule.weights) {
        let (risen, stretch) = map(SIMD4(repeating: 0.5 * (1 + node)))
        for turn in 0..<400 {
          let azimuth = 2 * .pi * (Double(turn) + 0.5) / 400
          sum +=
            0.5 * weight * stretch[0] * 2 * .pi / 400
            * process.density(recoil, risen: risen[0], azimuth: azimuth)
        }
      }
    }
    let expected = try process.differential(atFraction: 0.6, angle: angle, energy: 10)
    #expect((sum * sin(angle) / expected.value - 1).magnitude < 1e-3)
  }

  @Test("fast and converged agree within 1e-3, from 1 keV to 10 GeV and 10 MeV to 1 TeV")
  func convergence() throws {
    let hydrogen = TargetAtom(z: 1, atomicWeight: 1.008, mass: 0.938_783)
    var worst = 0.0
    var count = 0
    for atom in [Reference.lead(), hydrogen] {
      for lepton in [Reference.electron, Reference.muon] {
        for structure in LorentzStructure.allCases {
          for mass in [1e-6, 1e-4, 1e-3, 1e-2, 0.1, 1, 10] {
            let fast = try Reference.process(structure, mass: mass, lepton: lepton, atom: atom)
            let fine = try Reference.process(
              structure, mass: mass, lepton: lepton, atom: atom, accuracy: .converged)
            for energy in [0.01, 0.2, 3, 100, 1000] where energy > fast.threshold {
              let value = try fast.total(at: energy)
              let expected = try fine.total(at: energy)
              #expect(
                expected.value > 0 && expected.relativeError <= 1e-5,
                "\(structure) \(mass) \(energy) \(lepton) \(atom.z) \(expected)")
              let deviation = (value.value / expected.value - 1).magnitude
              #expect(deviation < 1e-3, "\(structure) \(mass) \(energy) \(lepton) \(atom.z)")
              worst = max(worst, deviation)
              count += 1
            }
          }
        }
      }
    }
    #expect(count > 300 && worst < 5e-4, "worst \(worst) of \(count)")
  }

  @Test("a cut on x takes its part, and parts add up")
  func cuts() throws {
    let whole = try Reference.process(mass: 1e-3, accuracy: .converged).total(at: 100).value
    var sum = 0.0
    for range in [0...0.3, 0.3...0.8, 0.8...1.0] {
      let part = try Reference.process(mass: 1e-3, fractions: range, accuracy: .converged)
      sum += try part.total(at: 100).value
      let limits = try #require(part.range(of: .energyFraction, at: 100))
      #expect(limits.lowerBound >= range.lowerBound && limits.upperBound <= range.upperBound)
    }
    #expect((sum / whole - 1).magnitude < 1e-4)
  }

  @Test("scales as Z^2 at one form factor and mass")
  func charge() throws {
    // Screening depends on Z: compare where no photon is that soft.
    let carbon = TargetAtom(z: 6, atomicWeight: 207, mass: 207 * 0.931_494_102_42)
    let light = try Reference.process(mass: 3, atom: carbon).total(at: 20).value
    let heavy = try Reference.process(mass: 3).total(at: 20).value
    #expect((heavy / light / (82.0 * 82 / 36) - 1).magnitude < 1e-4)
  }

  @Test("is zero at the threshold and below, and outside the range of a spectrum")
  func closed() throws {
    let process = try Reference.process(mass: 0.5)
    for energy in [0, 0.1, process.threshold] {
      #expect(try process.total(at: energy) == Estimate(value: 0, error: 0))
      #expect(process.range(of: .energyFraction, at: energy) == nil)
    }
    #expect(try process.total(at: process.threshold * 1.001).value > 0)
    for x in [-1, 0, 0.001, 1, 2] {
      #expect(try process.differential(in: .energyFraction, at: x, energy: 10).value == 0)
    }
    #expect(try process.differential(in: .angle, at: -0.1, energy: 10).value == 0)
    #expect(try process.differential(in: .angle, at: 3.2, energy: 10).value == 0)
  }

  @Test("refuses nonsense")
  func refusals() throws {
    for mass in [0, -1, Double.nan, .infinity] {
      #expect(throws: ProductionError.self) { try Reference.process(mass: mass) }
      #expect(throws: ProductionError.self) { try Reference.process(mass: 1, lepton: mass) }
    }
    #expect(throws: ProductionError.self) { try Reference.process(mass: 1, fractions: 0...1.5) }
    let process = try Reference.process(mass: 1)
    let error = #expect(throws: ProductionError.self) { try process.total(at: .nan) }
    #expect(
      error?.description
        == "invalid energy nan GeV (a beam has a finite positive energy) give the total energy of the lepton"
    )
  }

  @Test("says where the nucleus seldom stays whole, and how much the rest adds")
  func validity() throws {
    #expect(try !Reference.process(mass: 1).elasticFailure(at: 100))
    #expect(try Reference.process(mass: 3).elasticFailure(at: 100))
    let process = try Reference.process(mass: 1)
    let reach = process.elasticReach(at: 100)
    let simple = 1 / 200 / Reference.lead().elastic.size.squareRoot()
    #expect((reach / simple - 1).magnitude < 0.01)
    #expect(process.elasticReach(at: 0.5) == .infinity)
    #expect(try (process.inelasticShare(at: 100) - 0.0303).magnitude < 1e-4)
  }
}
