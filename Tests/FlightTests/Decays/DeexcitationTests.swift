// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Flight
import Foundation
import Kinematics
import Numerics
import Quantities
import Testing

@Suite("De-excitation")
struct DeexcitationTests {
  static let electron = 0.510_998_95e-3

  /// The squared amplitude by traces of the Dirac matrices, from the Dalitz plane alone, averaged
  /// over the spin of chi2, for epsilon = alpha_D = 1; s12 is that of the leptons.
  struct Trace {
    let heavy: Double
    let light: Double
    let lepton: Double
    let mediator: Double

    func squaredAmplitude(_ s12: Double, _ s23: Double, _ s13: Double) -> Double {
      let l2 = lepton * lepton
      let leptons = 0.5 * s12 - l2
      let minus = 0.5 * (s13 - light * light - l2)
      let plus = 0.5 * (s23 - light * light - l2)
      let heavyMinus = minus + leptons + l2
      let heavyPlus = plus + leptons + l2
      let heavyLight = light * light + minus + plus
      let traces =
        minus * heavyPlus + plus * heavyMinus + l2 * heavyLight
        - light * heavy * (leptons + 2 * l2)
      let charges = 16 * Double.pi * .pi * PhysicalConstants.fineStructure
      let propagator = s12 - mediator * mediator
      return 16 * charges * traces / (propagator * propagator)
    }
  }

  static let cases: [(Trace, String)] = [
    (Trace(heavy: 0.11, light: 0.09, lepton: electron, mediator: 0.3), "light electrons"),
    (Trace(heavy: 1, light: 0.7, lepton: 0.1056, mediator: 0.9), "heavy muons"),
    (Trace(heavy: 1, light: 0, lepton: 0, mediator: 1.02), "no masses, A' nearly real"),
    (Trace(heavy: 1, light: 0.2, lepton: 0.39, mediator: 5), "near threshold"),
  ]

  @Test("the width is the integral of the traces over phase space", arguments: 0..<4)
  func width(index: Int) throws {
    let trace = Self.cases[index].0
    let decay = try Deexcitation(
      of: trace.heavy, into: trace.light, leptonMass: trace.lepton, mediatorMass: trace.mediator)
    let integral = try decay.kinematics.integrateOverPhaseSpace(relativeError: 1e-9) { point in
      trace.squaredAmplitude(point.s12, point.s23, point.s13)
    }
    let width = try decay.width(epsilon: 1e-3, darkAlpha: 0.1)
    #expect(relative(width.value, 1e-7 * integral.value / (2 * trace.heavy)) < 1e-8)
    #expect(width.error < 1e-9 * width.value)
  }

  @Test("the width tends to 4 epsilon^2 alpha alpha_D Delta^5 / (15 pi m^4)")
  func limit() throws {
    var ratios: [Double] = []
    for difference in [1e-1, 1e-2, 1e-3, 1e-4] {
      let decay = try Deexcitation(
        of: 1 + difference, into: 1, leptonMass: 1e-9 * difference, mediatorMass: 3)
      let formula =
        4 * PhysicalConstants.fineStructure * 0.1 * pow(difference, 5) / (15 * .pi * pow(3, 4))
      ratios.append(try decay.width(epsilon: 1, darkAlpha: 0.1).value / formula)
    }
    // The correction is linear in Delta / m2, with a slope of 3/2.
    for (ratio, difference) in zip(ratios, [1e-1, 1e-2, 1e-3, 1e-4]) {
      #expect(abs(ratio - 1 + 1.5 * difference) < 3 * difference * difference + 1e-8)
    }
  }

  // The generator DMG4 multiplies the limit by 0.640; that this is for Delta = 0.4 m1 and
  // m_A' = 3 m1 is recalled. The integral gives 0.644 there.
  @Test("a large splitting costs a third of the limit, the K of inelastic dark matter")
  func factorK() throws {
    let decay = try Deexcitation(of: 1.4, into: 1, leptonMass: 1e-6, mediatorMass: 3)
    let formula =
      4 * PhysicalConstants.fineStructure * 0.1 * pow(0.4, 5) / (15 * .pi * pow(3, 4))
    let ratio = try decay.width(epsilon: 1, darkAlpha: 0.1).value / formula
    #expect(abs(ratio - 0.640) < 0.005)
  }

  @Test("masses of pairs follow the integrated traces, over many seeds", arguments: 0..<4)
  func pairMasses(index: Int) throws {
    let trace = Self.cases[index].0
    let decay = try Deexcitation(
      of: trace.heavy, into: trace.light, leptonMass: trace.lepton, mediatorMass: trace.mediator)
    let momentum = 3 * trace.heavy * Direction(polarAngle: 0.3, azimuth: 1)
    let leptons = try ThreeBodyDecay(
      of: trace.heavy, into: trace.lepton, trace.lepton, trace.light)
    let mixed = try ThreeBodyDecay(
      of: trace.heavy, into: trace.lepton, trace.light, trace.lepton)
    let ofLeptons = bins(leptons) { trace.squaredAmplitude($0.s12, $0.s23, $0.s13) }
    // Here 1 = l+, 2 = chi1, 3 = l-.
    let ofMixed = bins(mixed) { trace.squaredAmplitude($0.s13, $0.s12, $0.s23) }
    var probabilities: [Double] = []
    for seed in 0..<10 {
      var stream = RandomStream(seed: UInt64(seed), name: "deexcitation \(index)")
      var leptonCounts = [Int](repeating: 0, count: 20)
      var mixedCounts = leptonCounts
      for _ in 0..<10_000 {
        let products = decay.draw(ofParentWith: momentum, using: &stream)
        guard let third = products.third else { continue }
        leptonCounts[bin(products.first.invariantMass(with: products.second), leptons)] += 1
        mixedCounts[bin(products.second.invariantMass(with: third), mixed)] += 1
      }
      probabilities.append(
        try GoodnessOfFit.chiSquare(counts: leptonCounts, probabilities: ofLeptons))
      probabilities.append(
        try GoodnessOfFit.chiSquare(counts: mixedCounts, probabilities: ofMixed))
    }
    #expect(GoodnessOfFit.passes(probabilities))
  }

  private func bin(_ mass: Double, _ decay: ThreeBodyDecay) -> Int {
    let share = (mass - decay.firstMass - decay.secondMass) / decay.energySetFree
    return min(max(Int(share * 20), 0), 19)
  }

  /// The integral of a function over phase space in 20 bins of the mass of the pair.
  private func bins(
    _ decay: ThreeBodyDecay, _ function: (DalitzPoint) -> Double
  ) -> [Double] {
    guard let rule = try? GaussLegendreRule(points: 32) else { return [] }
    return (0..<20).map { bin in
      // Ends are tamed by v = sin^2(t / 2).
      let ends = [Double(bin), Double(bin + 1)].map { 2 * asin(($0 / 20).squareRoot()) }
      return rule.integrate(from: ends[0], to: ends[1]) { t in
        let root = sin(0.5 * t)
        let split = decay.split(at: root * root)
        let mean = rule.integrate(from: -1, to: 1) { function(split.dalitzPoint(cosine: $0)) }
        return 0.5 * sin(t) * mean * split.pair.momentum * split.outer.momentum
      }
    }
  }

  @Test("four-momentum is conserved, to gamma = 1e6")
  func conservation() throws {
    var parents = RandomParents("deexcitation")
    let decay = try Deexcitation(
      of: 0.11, into: 0.09, leptonMass: Self.electron, mediatorMass: 0.3)
    for _ in 0..<10_000 {
      let momentum = parents.momentum(ofMass: 0.11)
      let products = decay.draw(ofParentWith: momentum, using: &parents.stream)
      #expect(products.count == 3)
      #expect(imbalance(products.sum, mass: 0.11, momentum: momentum) < 4e-15)
    }
  }

  @Test("a real mediator and a closed decay are refused")
  func refused() {
    let real = #expect(throws: FlightError.self) {
      try Deexcitation(of: 1, into: 0.5, leptonMass: 0.1, mediatorMass: 0.4)
    }
    #expect(
      real?.description
        == "no virtual dark photon of 400 MeV (it is real in a decay that sets free 500 MeV) "
        + "decay chi2 into chi1 and A', then the A'")
    #expect(throws: DecayError.self) {
      try Deexcitation(of: 1, into: 0.9, leptonMass: 0.1, mediatorMass: 3)
    }
  }
}
