// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Foundation
import Numerics
import Quantities
import Testing

@Suite("One-loop moments")
struct OneLoopMomentTests {
  static let ratios = (-14...14).map { pow(10, Double($0) / 2) }

  @Test(
    "the integral agrees with a double-exponential rule over 14 decades of m_X / m_l",
    arguments: LorentzStructure.allCases)
  func decades(_ structure: LorentzStructure) throws {
    for ratio in Self.ratios {
      let moment = try OneLoopMoment(structure, mediatorMass: ratio, leptonMass: 1)
      let expected = doubleExponential(structure, ratio * ratio) / (8 * .pi * .pi)
      #expect(relative(moment.perCouplingSquared, expected) < 1e-9, "m_X / m_l = \(ratio)")
    }
  }

  @Test(
    "for moderate masses it agrees with the closed form in logarithms and arcs",
    arguments: [0.1, 0.5, 1.0, 1.9, 2.1, 5])
  func closedForms(_ ratio: Double) throws {
    for structure in LorentzStructure.allCases {
      let moment = try OneLoopMoment(structure, mediatorMass: ratio, leptonMass: 1)
      let expected = closedForm(structure, ratio * ratio) / (8 * .pi * .pi)
      #expect(relative(moment.perCouplingSquared, expected) < 1e-8)
    }
  }

  @Test("massless mediators give 3/16, -1/16 and 1/8 of g^2 / pi^2")
  func massless() throws {
    let pi2 = Double.pi * Double.pi
    let limits: [(LorentzStructure, Double)] = [
      (.scalar, 3 / (16 * pi2)), (.pseudoscalar, -1 / (16 * pi2)), (.vector, 1 / (8 * pi2)),
    ]
    for (structure, limit) in limits {
      let exact = try OneLoopMoment(structure, mediatorMass: 0, leptonMass: 1)
      #expect(relative(exact.perCouplingSquared, limit) < 1e-15)
      let light = try OneLoopMoment(structure, mediatorMass: 1e-7, leptonMass: 1)
      #expect(relative(light.perCouplingSquared, limit) < 1e-6)
    }
    // Schwinger's alpha / (2 pi) for g = e.
    let photon = try OneLoopMoment(.vector, mediatorMass: 0, leptonMass: 1)
    let schwinger = photon.contribution(coupling: PhysicalConstants.naturalCharge)
    #expect(relative(schwinger, PhysicalConstants.fineStructure / (2 * .pi)) < 1e-14)
  }

  @Test("a light axial vector gives -g^2 m_l^2 / (4 pi^2 m_X^2), a massless one diverges")
  func axial() throws {
    let light = try OneLoopMoment(.axial, mediatorMass: 1e-5, leptonMass: 1)
    #expect(relative(light.perCouplingSquared, -1e10 / (4 * .pi * .pi)) < 1e-8)
    let massless = try OneLoopMoment(.axial, mediatorMass: 0, leptonMass: 1)
    #expect(massless.perCouplingSquared == -.infinity)
  }

  @Test(
    "heavy mediators approach the formulas of the literature", arguments: LorentzStructure.allCases)
  func heavy(_ structure: LorentzStructure) throws {
    let far = try OneLoopMoment(structure, mediatorMass: 1e5, leptonMass: 1)
    #expect(abs(far.ratioToHeavy - 1) < 1e-7)
    // 100 MeV and an electron.
    let near = try OneLoopMoment(
      structure, mediatorMass: 0.1, leptonMass: Laboratory.leptons.electron)
    #expect(abs(near.ratioToHeavy - 1) < 7.5e-4)
  }

  @Test("for muons the heavy-mass formula fails: a vector at 0.1 GeV by 0.30, at 1 GeV by 0.91")
  func failure() throws {
    let muon = Laboratory.leptons.muon
    let light = try OneLoopMoment(.vector, mediatorMass: 0.1, leptonMass: muon)
    let heavy = try OneLoopMoment(.vector, mediatorMass: 1, leptonMass: muon)
    #expect(abs(light.ratioToHeavy - 0.30) < 0.005)
    #expect(abs(heavy.ratioToHeavy - 0.91) < 0.005)
    for structure in [LorentzStructure.scalar, .pseudoscalar] {
      let wrong = try OneLoopMoment(structure, mediatorMass: 0.1, leptonMass: muon)
      #expect(wrong.ratioToHeavy < 0)
    }
  }

  @Test("signs do not depend on the mass, and sizes fall with it")
  func monotone() throws {
    for structure in LorentzStructure.allCases {
      let sizes = try Self.ratios.map {
        try OneLoopMoment(structure, mediatorMass: $0, leptonMass: 1).perCouplingSquared
      }
      let isPositive = structure == .scalar || structure == .vector
      #expect(sizes.allSatisfy { ($0 > 0) == isPositive })
      for (light, heavy) in zip(sizes, sizes.dropFirst()) { #expect(abs(heavy) < abs(light)) }
    }
  }

  @Test("published curves of constant delta a are lines of constant delta a here")
  func publishedCurves() throws {
    for row in try Laboratory.validation("moments_published.csv") {
      let lepton = try #require(Lepton(rawValue: row.text("lepton")))
      let moment = try OneLoopMoment(
        .vector, mediatorMass: try row.number("mass_gev"), leptonMass: Laboratory.leptons[lepton])
      let coupling = try row.number("epsilon") * PhysicalConstants.naturalCharge
      let expected = try row.number("delta_a")
      let tolerance = try row.number("tolerance")
      let found = moment.contribution(coupling: coupling)
      #expect(relative(found, expected) < tolerance, "line \(row.line): \(found)")
    }
  }

  @Test("a mass that is no number is refused")
  func refused() {
    #expect(throws: NumericsError.self) {
      try OneLoopMoment(.vector, mediatorMass: .nan, leptonMass: 1)
    }
  }

  /// Tanh-sinh quadrature over 0 < x < 1 in the variable of the source, exact in 1 - x.
  private func doubleExponential(_ structure: LorentzStructure, _ r: Double) -> Double {
    let step = 1.0 / 256
    var sum = 0.0
    for index in -1400...1400 {
      let t = Double(index) * step
      let argument = .pi / 2 * sinh(t)
      let x = 1 / (1 + exp(-2 * argument))
      let y = 1 / (1 + exp(2 * argument))
      let weight = .pi * cosh(t) * x * y
      if weight > 0 { sum += step * weight * leveille(structure, x, y, r) }
    }
    return sum
  }

  /// The integrands as the literature writes them, with y = 1 - x.
  private func leveille(_ structure: LorentzStructure, _ x: Double, _ y: Double, _ r: Double)
    -> Double
  {
    switch structure {
    case .scalar: y * y * (1 + x) / (y * y + x * r)
    case .pseudoscalar: -y * y * y / (y * y + x * r)
    case .vector: 2 * x * y * y / (y * y + x * r)
    case .axial: (2 * x * y * (x - 4) - 4 * x * x * x / r) / (y * r + x * x)
    }
  }

  /// Polynomial division by D = u^2 - r u + r, then Int du / D and Int u du / D.
  private func closedForm(_ structure: LorentzStructure, _ r: Double) -> Double {
    // N = n1 u + n2 u^2 + n3 u^3.
    let (n1, n2, n3): (Double, Double, Double) =
      switch structure {
      case .scalar: (0, 2, -1)
      case .pseudoscalar: (0, 0, -1)
      case .vector: (0, 2, -2)
      case .axial: (-8, 10, -2 - 4 / r)
      }
    let quotient1 = n3
    let quotient0 = n2 + n3 * r
    let rest1 = n1 - n3 * r + quotient0 * r
    let rest0 = -quotient0 * r
    let discriminant = 4 * r - r * r
    let inverse: Double
    if discriminant > 0 {
      let root = discriminant.squareRoot()
      inverse = 2 / root * (atan((2 - r) / root) - atan(-r / root))
    } else {
      let root = (-discriminant).squareRoot()
      func primitive(_ u: Double) -> Double {
        log(abs((2 * u - r - root) / (2 * u - r + root))) / root
      }
      inverse = primitive(1) - primitive(0)
    }
    // D(1) = 1, D(0) = r.
    let linear = (-log(r) + r * inverse) / 2
    return quotient1 / 2 + quotient0 + rest1 * linear + rest0 * inverse
  }
}
