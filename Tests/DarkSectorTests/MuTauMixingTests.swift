// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Foundation
import Numerics
import Quantities
import Testing

@Suite("Loop mixing of the Z' of L_mu - L_tau")
struct MuTauMixingTests {
  static let leptons = Laboratory.leptons

  @Test("the mixing agrees with the reference numbers to every printed digit")
  func reference() throws {
    // The reference numbers were computed with the tau mass of the Reviews up to 2023.
    var leptons = Self.leptons
    leptons.tau = 1.776_86
    for row in try Laboratory.validation("widths_mixing.csv") {
      let energy = try row.number("energy_gev")
      let mixing = MuTauMixing.perCoupling(
        atSquare: energy * energy, leptonMasses: leptons)
      let value =
        switch row.text("quantity") {
        case "epsilon": mixing.real
        default: PhysicalConstants.naturalCharge * mixing.magnitude
        }
      let expected = try row.number("expected")
      let tolerance = try row.number("tolerance")
      #expect(abs(value - expected) <= tolerance, "line \(row.line): \(value)")
    }
  }

  @Test(
    "real and imaginary part are those of the integral over x",
    arguments: [-100, -1, -1e-4, 1e-6, 1e-3, 0.02, 0.044, 0.0456, 0.1, 1, 12, 13, 400])
  func quadrature(_ square: Double) throws {
    let (muon, tau) = (Self.leptons.muon, Self.leptons.tau)
    func turningPoints(_ mass: Double) -> [Double] {
      let root = 1 - 4 * mass * mass / square
      return square > 0 && root > 0
        ? [0.5 - root.squareRoot() / 2, 0.5 + root.squareRoot() / 2] : []
    }
    let points = turningPoints(muon) + turningPoints(tau)
    let real = try integrate(
      from: 0, to: 1, points: points, relativeError: 1e-10, absoluteError: 1e-12
    ) { x in
      let y = x * (1 - x)
      let upper = abs(tau * tau - y * square)
      let lower = abs(muon * muon - y * square)
      return upper > 0 && lower > 0 ? y * log(upper / lower) : 0
    }
    // ln of a negative argument with m^2 - i0 has the imaginary part -pi.
    func negative(_ mass: Double) -> Double {
      guard let a = turningPoints(mass).first else { return 0 }
      return 1.0 / 6 - 2 * (a * a / 2 - a * a * a / 3)
    }
    let imaginary = -Double.pi * (negative(tau) - negative(muon))
    let factor = -PhysicalConstants.naturalCharge / (2 * .pi * .pi)
    let mixing = MuTauMixing.perCoupling(atSquare: square, leptonMasses: Self.leptons)
    #expect(abs(mixing.real - factor * real.value) < 1e-11)
    #expect(abs(mixing.imaginary - factor * imaginary) < 1e-13)
  }

  @Test("the mixing is continuous through zero, the series' end and the thresholds")
  func continuity() {
    let muon = Self.leptons.muon * Self.leptons.muon
    let tau = Self.leptons.tau * Self.leptons.tau
    for place in [0, 0.5 * muon, -0.5 * muon, 4 * muon, 0.5 * tau, 4 * tau] {
      let below = MuTauMixing.perCoupling(atSquare: place - 1e-12, leptonMasses: Self.leptons)
      let above = MuTauMixing.perCoupling(atSquare: place + 1e-12, leptonMasses: Self.leptons)
      #expect((above - below).magnitude < 1e-7)
    }
  }

  @Test("the mixing peaks at the muons' threshold with 0.0212 g' and vanishes at high energy")
  func shape() {
    func size(_ energy: Double) -> Double {
      MuTauMixing.perCoupling(atSquare: energy * energy, leptonMasses: Self.leptons).magnitude
    }
    let peak = size(2 * Self.leptons.muon)
    #expect(peak > size(0.2112) && peak > size(0.2115))
    // There the muons' integral is -4/9; that of the taus is -z/30 to first order.
    let (muon, tau) = (Self.leptons.muon, Self.leptons.tau)
    let ratio = tau * tau / (muon * muon)
    let bracket = log(ratio) / 6 + 4.0 / 9 - 4 / (30 * ratio)
    #expect(relative(peak, PhysicalConstants.naturalCharge / (2 * .pi * .pi) * bracket) < 1e-6)
    #expect(abs(peak - 0.0212) < 5e-5)
    #expect(size(1000) < 1e-4)
  }
}
