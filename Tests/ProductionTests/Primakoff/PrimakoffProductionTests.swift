// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Matter
import Numerics
import Production
import Quantities
import Testing

@Suite("Primakoff production")
struct PrimakoffProductionTests {
  static func process(
    mass: Double, coupling: Double = 1e-3, on atom: TargetAtom = Bench.lead,
    method: PrimakoffMethod = .flux, relativeError: Double = 1e-8
  ) -> PrimakoffProduction {
    PrimakoffProduction(
      mass: mass, coupling: coupling, on: atom, method: method, relativeError: relativeError)
  }

  @Test("totals on lead are those of an independent implementation to 1e-5")
  func totals() throws {
    for row in try Bench.reference("primakoff.csv") {
      let mass = try row.number("mass_mev") * 1e-3
      let energy = try row.number("energy_gev")
      let whole = Self.process(mass: mass)
      let both = Self.process(mass: mass, on: Bench.lead(.elasticAndInelastic))
      for (value, column) in [
        (try whole.closedForm(at: energy).value, "closed"),
        (try whole.total(at: energy).value, "exact"),
        (try both.total(at: energy).value, "exact_full"),
      ] {
        #expect(deviation(value, from: try row.number(column)) < 1e-5, "\(column) \(row.line)")
      }
    }
  }

  @Test("it keeps what a process promises", arguments: [PrimakoffMethod.flux, .exact])
  func conformance(_ method: PrimakoffMethod) throws {
    let hydrogen = TargetAtom(z: 1, atomicWeight: 1.008, mass: 0.938_27)
    for (mass, energies) in [
      (1e-6, [0.01, 1000]), (0.01, [0.02, 10]), (0.3, [0.35, 10, 100]), (2, [10, 50]),
    ] {
      for atom in [Bench.lead, Bench.lead(.elasticAndInelastic), hydrogen] {
        func variant(_ coupling: Double, _ relativeError: Double) -> PrimakoffProduction {
          Self.process(
            mass: mass, coupling: coupling, on: atom, method: method, relativeError: relativeError)
        }
        try ProcessConformance(
          of: variant(1e-3, 1e-8), doubled: variant(2e-3, 1e-8), refined: variant(1e-3, 1e-11),
          energies: energies, extremes: [1e4, 1e6]
        ).check()
      }
    }
  }

  @Test("the threshold is m (1 + m / 2M), below 2 m")
  func threshold() throws {
    let process = Self.process(mass: 0.3)
    #expect(
      deviation(process.threshold, from: 0.3 + 0.09 / (2 * Bench.lead.mass)) < 1e-14)
    #expect(try process.total(at: 0.31).value > 0)
  }

  @Test(
    "the exact squared amplitude is lower by about m^2 / (2 E^2), and equal far above threshold")
  func exact() throws {
    for (mass, energy) in [(0.3, 10.0), (0.3, 100), (0.1, 5), (0.001, 100)] {
      let flux = try Self.process(mass: mass).total(at: energy).value
      let exact = try Self.process(mass: mass, method: .exact).total(at: energy).value
      let loss = 1 - exact / flux
      let share = mass * mass / (2 * energy * energy)
      #expect(loss > 0.9 * share && loss < 1.3 * share + 2e-5, "\(mass) \(energy): \(loss)")
    }
  }

  // On a resting nucleus of infinite mass the textbook has p^4 sin^2(theta) / t^2 in the solid angle.
  @Test("on a heavy nucleus the angles are those of the static formula to 1e-6")
  func angles() throws {
    let heavy = TargetAtom(z: 82, atomicWeight: 207, mass: 1e12)
    let (mass, energy) = (0.3, 2.0)
    let process = Self.process(mass: mass, on: heavy, method: .exact)
    let momentum = ((energy - mass) * (energy + mass)).squareRoot()
    for angle in [1e-6, 1e-3, 0.02, 0.5, 2, 3] {
      let half = sin(angle / 2)
      let difference = mass * mass / (energy + momentum)
      let t = difference * difference + 4 * energy * momentum * half * half
      let expected =
        1e-6 * PhysicalConstants.fineStructure / 8 * PhysicalConstants.perGeVSquaredInPb
        * heavy.formFactor(t) / (t * t) * pow(momentum * sin(angle), 2)
        * 2 * energy * momentum * sin(angle)
      let value = try process.differential(in: .angle, at: angle, energy: energy).value
      #expect(deviation(value, from: expected) < 1e-6, "\(angle)")
    }
  }

  @Test("the closed form is refused where it fails, and where the atom may break up")
  func refusals() throws {
    let near = Self.process(mass: 1)
    #expect(
      message { _ = try near.closedForm(at: 2) }?.hasPrefix(
        "no closed form at 2.0 GeV (t_min = 0.0625 GeV^2 is not far below 0.00468") == true)
    let closed = Self.process(mass: 0.3, method: .closed)
    #expect(try closed.total(at: 10) == closed.closedForm(at: 10))
    #expect(closed.range(of: .angle, at: 10) == nil)
    #expect(
      message { _ = try closed.differential(in: .angle, at: 0.1, energy: 10) }
        == "no spectrum in theta (the closed form is a total alone) use the method flux or exact")
    let both = Self.process(mass: 0.1, on: Bench.lead(.elasticAndInelastic))
    #expect(
      message { _ = try both.closedForm(at: 10) }
        == "no closed form (it holds for an atom that stays whole) use the elastic form factor, or"
        + " the integral")
    #expect(
      message { _ = try near.differential(in: .energyFraction, at: 0.5, energy: 10) }
        == "no spectrum in x (the particle takes the photon's energy but for a recoil) ask for theta"
    )
  }
}
