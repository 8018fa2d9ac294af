// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Glibc
import Matter
import Numerics
import Production
import Quantities
import Testing

@Suite("Bremsstrahlung by equivalent photons")
struct EquivalentPhotonBremsstrahlungTests {
  typealias Bremsstrahlung = EquivalentPhotonBremsstrahlung

  static let columns: [(String, Bremsstrahlung.Flux)] = [
    ("iww", .constant), ("ww", .local(.mass)), ("ww_beam", .local(.beam)),
  ]

  static let structures: [String: LorentzStructure] = [
    "V": .vector, "A": .axial, "S": .scalar, "P": .pseudoscalar,
  ]

  static func process(
    _ structure: LorentzStructure, mass: Double, lepton: Double, flux: Bremsstrahlung.Flux,
    on atom: TargetAtom = Bench.lead, epsilon: Double = 1, relativeError: Double = 1e-5
  ) -> Bremsstrahlung {
    Bremsstrahlung(
      RadiatedBoson(structure, mass: mass, epsilon: epsilon), leptonMass: lepton, on: atom,
      flux: flux, relativeError: relativeError)
  }

  @Test("totals on lead are those of an independent implementation to 1e-5")
  func totals() throws {
    for row in try Bench.reference("bremsstrahlung.csv") {
      let lepton = row.text("lepton") == "muon" ? Bench.muon : Bench.electron
      let mass = try row.number("mass_mev") * 1e-3
      let structure = try #require(Self.structures[row.text("kind")])
      for (column, flux) in Self.columns {
        let process = Self.process(structure, mass: mass, lepton: lepton, flux: flux)
        let value = try process.total(at: row.number("energy_gev")).value
        let expected = try row.number(column)
        #expect(deviation(value, from: expected) < 1e-5, "\(column) \(row.line): \(value)")
      }
    }
  }

  @Test("spectra in x on lead are those of an independent implementation to 1e-5")
  func spectra() throws {
    for row in try Bench.reference("bremsstrahlung-x.csv") {
      let lepton = row.text("lepton") == "muon" ? Bench.muon : Bench.electron
      let mass = try row.number("mass_mev") * 1e-3
      let x = try row.number("x")
      for (column, flux) in Self.columns.prefix(2) {
        let process = Self.process(.vector, mass: mass, lepton: lepton, flux: flux)
        let value = try process.differential(
          in: .energyFraction, at: x, energy: row.number("energy_gev"))
        let expected = try row.number(column)
        #expect(deviation(value.value, from: expected) < 1e-5, "\(column) \(row.line): \(value)")
      }
    }
  }

  @Test(
    "it keeps what a process promises",
    arguments: LorentzStructure.allCases,
    [Bremsstrahlung.Flux.local(.mass), .local(.beam), .constant])
  func conformance(_ structure: LorentzStructure, _ flux: Bremsstrahlung.Flux) throws {
    for (mass, lepton, energies) in [
      (1e-6, Bench.electron, [0.01, 1000]), (0.0167, Bench.electron, [0.1, 150]),
      (1, Bench.electron, [5, 100]), (1e-3, Bench.muon, [10, 160]), (0.3, Bench.muon, [160]),
    ] {
      for content in PhotonFlux.Content.allCases {
        func variant(_ epsilon: Double, _ relativeError: Double) -> Bremsstrahlung {
          Self.process(
            structure, mass: mass, lepton: lepton, flux: flux, on: Bench.lead(content),
            epsilon: epsilon, relativeError: relativeError)
        }
        try ProcessConformance(
          of: variant(1, 1e-5), doubled: variant(2, 1e-5), refined: variant(1, 1e-7),
          energies: energies, extremes: [1e4, 1e6], opening: 0.03
        ).check()
      }
    }
  }

  // Another order of integration: over U first, in closed form, then over t with the form factor
  // itself in place of the flux.
  //   d sigma / dx ~ integral of dt / t G2 { plain (1 - r)^2 - peaked [1/6 + r^2/2 - 2 r^3/3 + r^2 ln r] }
  // with r^2 = t_min(theta = 0) / t.
  @Test("the spectrum in x is the integral over t in the other order, from keV to GeV, to 1e-6")
  func otherOrder() throws {
    let alpha = PhysicalConstants.fineStructure
    for content in PhotonFlux.Content.allCases {
      let atom = Bench.lead(content)
      for (mass, lepton, energy) in [
        (1e-6, Bench.electron, 1000.0), (1e-6, Bench.muon, 1000), (0.01, Bench.electron, 100),
        (1, Bench.electron, 20), (10, Bench.electron, 1000), (0.1, Bench.muon, 160),
      ] {
        let process = Self.process(
          .vector, mass: mass, lepton: lepton, flux: .local(.mass), on: atom, relativeError: 1e-7)
        for x in [0.1, 0.3, 0.9, 0.999] {
          let c = mass * mass * (1 - x) + lepton * lepton * x * x
          let plain = 2 * (2 - 2 * x + x * x)
          let peaked = 4 * (mass * mass + 2 * lepton * lepton) * (1 - x) * x * x / c
          let forward = pow(c / (2 * energy * x * (1 - x)), 2)
          let integral = try AdaptiveGaussKronrod(relativeError: 1e-9).integrate(
            from: 0, to: log((mass * mass + lepton * lepton) / forward)
          ) { v in
            let r = exp(-0.5 * v)
            let h = 1.0 / 6 + r * r / 2 - 2 * r * r * r / 3 + r * r * log(r)
            return atom.formFactor(forward * exp(v)) * (plain * (1 - r) * (1 - r) - peaked * h)
          }.value
          let velocity = (1 - pow(mass / (x * energy), 2)).squareRoot()
          let expected =
            pow(alpha, 3) * PhysicalConstants.perGeVSquaredInPb * velocity * x / c * integral
          let value = try process.differential(in: .energyFraction, at: x, energy: energy).value
          #expect(deviation(value, from: expected) < 1e-6, "\(mass) \(lepton) \(x) \(content)")
        }
      }
    }
  }

  // The constant under the logarithm is not that of Bethe and Heitler; its factor is.
  @Test("a massless vector has the spectrum (4/3 - 4x/3 + x^2) / x of Bethe and Heitler")
  func massless() throws {
    let process = Self.process(
      .vector, mass: 1e-9, lepton: Bench.electron, flux: .constant, epsilon: 1)
    let energy = 1000.0
    let flux = Bench.lead.flux(
      from: pow(1e-18 / (2 * energy), 2), to: 1e-18 + pow(Bench.electron, 2))
    let scale =
      4 * pow(PhysicalConstants.fineStructure, 3) / pow(Bench.electron, 2)
      * PhysicalConstants.perGeVSquaredInPb
    for x in [0.05, 0.3, 0.8, 0.99] {
      let expected = scale * (4.0 / 3 - 4 * x / 3 + x * x) / x * flux / 2
      let value = try process.differential(in: .energyFraction, at: x, energy: energy).value
      #expect(deviation(value, from: expected) < 1e-8)
    }
  }

  // Where t_min is far below the screening scale at every angle that matters, both fluxes are one.
  @Test("at high energy the local flux and the constant one give one number")
  func sameFlux() throws {
    for structure in LorentzStructure.allCases {
      let local = Self.process(
        structure, mass: 1e-3, lepton: Bench.electron, flux: .local(.mass))
      let constant = Self.process(
        structure, mass: 1e-3, lepton: Bench.electron, flux: .constant)
      let value = try local.total(at: 1e6).value
      let expected = try constant.total(at: 1e6).value
      #expect(deviation(value, from: expected) < 1e-4, "\(structure): \(value / expected)")
      #expect(value < expected)
    }
  }

  @Test("with a constant flux two nuclei differ by their fluxes alone, Z^2 without screening")
  func nuclei() throws {
    let tungsten = TargetAtom(z: 74, atomicWeight: 183.84, mass: 171.2)
    func total(_ atom: TargetAtom) throws -> Double {
      try Self.process(.vector, mass: 0.01, lepton: Bench.electron, flux: .constant, on: atom)
        .total(at: 100).value
    }
    func flux(_ atom: TargetAtom) -> Double {
      atom.flux(from: pow(1e-4 / 200, 2), to: 1e-4 + pow(Bench.electron, 2))
    }
    let ratio = try total(Bench.lead) / total(tungsten)
    #expect(deviation(ratio, from: flux(Bench.lead) / flux(tungsten)) < 1e-5)
    #expect(deviation(ratio, from: pow(82.0 / 74, 2)) < 0.02)
  }

  @Test("cuts on x add up to the total, and a cut beyond the range leaves nothing")
  func cuts() throws {
    for (_, flux) in Self.columns {
      let process = Self.process(.vector, mass: 0.0167, lepton: Bench.electron, flux: flux)
      let total = try process.total(at: 100).value
      var sum = 0.0
      for (lower, upper) in [(0.0, 0.01), (0.01, 0.5), (0.5, 0.99), (0.99, 1)] {
        sum += try process.total(at: 100, shares: lower...upper).value
      }
      #expect(deviation(sum, from: total) < 1e-5)
      #expect(try process.total(at: 100, shares: 0...1e-5).value == 0)
      #expect(try process.total(at: 100, shares: 0.5...0.5).value == 0)
    }
  }

  @Test("the double differential integrates over angles to the spectrum in x")
  func doubleDifferential() throws {
    for (_, flux) in Self.columns {
      for structure in LorentzStructure.allCases {
        let process = Self.process(structure, mass: 0.05, lepton: Bench.electron, flux: flux)
        for x in [0.01, 0.5, 0.99] {
          let expected = try process.differential(in: .energyFraction, at: x, energy: 100).value
          let largest = flux == .local(.beam) ? 0.3 : flux == .constant ? 1e6 : 2
          let sum = try AdaptiveGaussKronrod(
            relativeError: 1e-7, absoluteError: 1e-8 * expected
          ).integrate(from: 1e-9, to: largest, along: LogarithmicAxis()) { angle in
            try process.doubleDifferential(x: x, angle: angle, energy: 100).value
          }.value
          #expect(deviation(sum, from: expected) < 1e-5, "\(structure) \(flux) \(x)")
        }
      }
    }
  }

  @Test(
    "it stays finite and converges for 1 keV to 10 GeV and 10 MeV to 1 TeV, on light nuclei too")
  func plane() throws {
    let atoms = [
      Bench.lead(.elasticAndInelastic), TargetAtom(z: 1, atomicWeight: 1.008, mass: 0.938_27),
    ]
    for structure in LorentzStructure.allCases {
      for (_, flux) in Self.columns {
        for atom in atoms {
          for lepton in [Bench.electron, Bench.muon] {
            for exponent in stride(from: -6.0, through: 1, by: 1) {
              let process = Self.process(
                structure, mass: pow(10, exponent), lepton: lepton, flux: flux, on: atom)
              for energy in [0.01, 0.1, 1, 10, 100, 1000] where energy > process.threshold {
                let total = try process.total(at: energy)
                #expect(
                  total.value > 0 && total.relativeError < 1.2e-5,
                  "\(structure) \(flux) \(exponent) \(energy): \(total)")
              }
            }
          }
        }
      }
    }
  }

  @Test("what it cannot take is refused in words")
  func refusals() {
    let massless = Self.process(.vector, mass: 0, lepton: Bench.electron, flux: .constant)
    #expect(
      message { _ = try massless.total(at: 1) }
        == "no cross section for a mass of X of 0.0 GeV (a massless one has no finite cross section)"
        + " give a mass of X above zero")
    let sound = Self.process(.vector, mass: 0.01, lepton: Bench.electron, flux: .constant)
    #expect(
      message { _ = try sound.total(at: -1) }
        == "no cross section at -1.0 GeV (an energy is finite and not negative) give the total"
        + " energy of the projectile")
  }
}
