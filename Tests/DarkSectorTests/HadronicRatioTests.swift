// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Foundation
import Numerics
import Quantities
import Testing

@Suite("The hadronic ratio R")
struct HadronicRatioTests {
  static let alpha = PhysicalConstants.fineStructure

  @Test(
    "R is the sum of its exclusive parts up to 1.8 GeV",
    arguments: [0.2, 0.5, 0.77, 1.0, 1.02, 1.7])
  func sum(_ energy: Double) throws {
    let hadrons = try Laboratory.world().hadrons
    let parts = hadrons.parts(at: energy)
    #expect(parts.count == 10)
    #expect(parts.allSatisfy { $0.ratio >= 0 })
    #expect(relative(parts.reduce(0) { $0 + $1.ratio }, hadrons.value(at: energy)) < 1e-14)
  }

  @Test("R vanishes below pi0 gamma, and each pair opens as the cube of its velocity")
  func thresholds() throws {
    let hadrons = try Laboratory.world().hadrons
    #expect(hadrons.value(at: 0.1349) == 0)
    let pions = 2 * Laboratory.mesons.chargedPion
    #expect(part("pi+ pi-", at: pions, hadrons) == 0)
    let growth =
      part("pi+ pi-", at: pions * (1 + 4e-6), hadrons)
      / part("pi+ pi-", at: pions * (1 + 1e-6), hadrons)
    #expect(relative(growth, 8) < 1e-4)
    let kaons = 2 * Laboratory.mesons.chargedKaon
    #expect(part("K+ K-", at: kaons, hadrons) == 0)
    let three = 2 * Laboratory.mesons.chargedPion + Laboratory.mesons.neutralPion
    #expect(part("pi+ pi- pi0", at: three, hadrons) == 0)
    #expect(part("pi+ pi- pi0", at: three + 0.01, hadrons) > 0)
  }

  @Test("the peaks of omega and phi are 9 B(ee) B(f) / alpha^2, and are resolved")
  func peaks() throws {
    let hadrons = try Laboratory.world().hadrons
    let peak = 9 / (Self.alpha * Self.alpha)
    let omega = part("pi+ pi- pi0", at: 0.78266, hadrons)
    #expect(relative(omega, peak * 7.38e-5 * 0.892) < 0.01)
    let phi = part("K+ K-", at: 1.019461, hadrons)
    #expect(relative(phi, peak * 2.98e-4 * 0.491) < 0.03)
    // Half a width away R has fallen to about half.
    let side = part("pi+ pi- pi0", at: 0.78266 + 0.00434, hadrons)
    #expect(side / omega > 0.4 && side / omega < 0.6)
  }

  @Test("near threshold the pion's form factor is that of dispersion theory within 2%")
  func dispersive() throws {
    // F = 1 + r^2 s / 6 + c s^2, r^2 = 0.429 fm^2, c = 3.84 / GeV^4 (Colangelo:2018mtw, recalled).
    let s = 0.3 * 0.3
    let radius = 0.429 / (PhysicalConstants.hbarC * PhysicalConstants.hbarC)
    // The next term, about 9.7 / GeV^6, is 0.7% of F.
    let expected = 1 + radius * s / 6 + 3.84 * s * s + 9.7 * s * s * s
    let pion = Laboratory.mesons.chargedPion
    let velocity = (1 - 4 * pion * pion / s).squareRoot()
    let factor = velocity * velocity * velocity / 4
    let ratio = part("pi+ pi-", at: 0.3, try Laboratory.world().hadrons)
    #expect(relative(ratio / factor, expected * expected) < 0.02)
  }

  @Test("each exclusive part integrates to its share of the muon's moment")
  func momentIntegrals() throws {
    let hadrons = try Laboratory.world().hadrons
    for row in try Laboratory.validation("widths_r_integrals.csv") {
      let channel = row.text("channel")
      let integral = momentIntegral { part(channel, at: $0, hadrons) }
      let expected = try row.number("expected_1e-10") * 1e-10
      let tolerance = try row.number("tolerance")
      #expect(abs(integral / expected - 1) < tolerance, "\(channel): \(integral)")
    }
  }

  @Test("all of R integrates to the muon's moment, 693.1(4.0)e-10, within 2.5%")
  func wholeMoment() throws {
    let hadrons = try Laboratory.world().hadrons
    // The narrow charmonium states are left out of R; they carry 7.8e-10 (Davier:2019can).
    let integral = momentIntegral(to: 100) { hadrons.value(at: $0) } + 7.8e-10
    #expect(relative(integral, 693.1e-10) < 0.025, "\(integral)")
  }

  @Test("R is continuous from threshold to 20 GeV")
  func continuity() throws {
    let hadrons = try Laboratory.world().hadrons
    var places = stride(from: 0.13, through: 2.2, by: 0.01).map { $0 }
    places += [1.8, 2.0, 0.6, 3.72968, 10.55882]
    for place in places {
      let (below, above) = (hadrons.value(at: place - 1e-9), hadrons.value(at: place + 1e-9))
      #expect(abs(above - below) < 1e-4 * max(above, 1e-3), "at \(place)")
    }
  }

  @Test("perturbative R is 2 (1 + alpha_s / pi + ...) with three flavours, 11/3 (...) with five")
  func perturbative() throws {
    let hadrons = try Laboratory.world().hadrons
    #expect(hadrons.value(at: 2.5) > 2.15 && hadrons.value(at: 2.5) < 2.25)
    #expect(hadrons.value(at: 9) > 3.5 && hadrons.value(at: 9) < 3.6)
    // At the mass of the Z: 11/3 (1 + 0.118/pi + 1.41 (0.118/pi)^2 - 12.8 (0.118/pi)^3).
    #expect(relative(hadrons.value(at: 91.19), 3.8085) < 5e-3)
  }

  private func part(_ name: String, at energy: Double, _ hadrons: HadronicRatio) -> Double {
    hadrons.parts(at: energy).first { $0.name == name }?.ratio ?? 0
  }

  /// a_mu = (alpha^2 / (3 pi^2)) Int ds K(s) R(s) / s with the kernel of a vector at one loop.
  private func momentIntegral(to upper: Double = 1.8, _ ratio: (Double) -> Double) -> Double {
    // Half-widths of omega and phi are resolved by steps of 0.2 MeV; the rest is smooth.
    var edges = [0.1349768]
    while let last = edges.last, last < upper {
      let isNarrow = abs(last - 0.78266) < 0.03 || abs(last - 1.01946) < 0.015
      edges.append(min(last + (isNarrow ? 2e-4 : last < 2 ? 2e-3 : 0.02 * last), upper))
    }
    var sum = 0.0
    for (low, high) in zip(edges, edges.dropFirst()) {
      let middle = (low + high) / 2
      sum += (high - low) * 2 / middle * kernel(middle) * ratio(middle)
    }
    return Self.alpha * Self.alpha / (3 * .pi * .pi) * sum
  }

  private func kernel(_ energy: Double) -> Double {
    let r = energy * energy / (Laboratory.leptons.muon * Laboratory.leptons.muon)
    let steps = 200
    return (0..<steps).reduce(0) { sum, index in
      let x = (Double(index) + 0.5) / Double(steps)
      return sum + x * x * (1 - x) / (x * x + (1 - x) * r) / Double(steps)
    }
  }
}
