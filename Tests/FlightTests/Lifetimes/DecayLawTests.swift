// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Flight
import Foundation
import Kinematics
import Numerics
import Quantities
import Testing

@Suite("The law of decay")
struct DecayLawTests {
  /// A law of a given mean path in mm: gamma beta = 3 of a mass of 1 GeV.
  static func law(meanPath: Double) -> DecayLaw {
    DecayLaw(
      properLength: .mm(meanPath / 3), of: FourMomentum(mass: 1, momentum: ThreeVector(0, 0, 3)))
  }

  @Test("paths and probabilities are those of an A' of 17 MeV and of 411 MeV")
  func examples() {
    let hbarC = PhysicalConstants.hbarC * 1e-12
    let heavy = FourMomentum(mass: 0.0167, momentum: ThreeVector(0, 0, 100))
    let law = DecayLaw(properLength: .mm(hbarC / 7.166e-12), of: heavy)
    #expect(abs(law.meanPath - 164.9) < 0.05)
    // Behind a shield of 0.22 m, within 3 m.
    #expect(abs(law.probability(of: 220...3220) - 0.26338) < 2e-5)
    let far = Self.law(meanPath: 30_490)
    // 30.49 m is rounded, which the probability behind 82 m notices.
    #expect(abs(far.probability(of: 82_000...157_000) - 0.062141) < 3e-5)
  }

  @Test("times are dilated: the mean time is gamma tau")
  func times() {
    let law = DecayLaw(
      properLength: .mm(300), of: FourMomentum(mass: 2, momentum: ThreeVector(0, 6, 8)))
    #expect(relative(law.meanPath, 1500) < 1e-15)
    let gamma = (1 + 25.0).squareRoot()
    #expect(relative(law.meanTime, gamma * 300 / 299.792_458) < 1e-15)
  }

  @Test("probabilities keep their digits when the path is short, long or far away")
  func extremes() {
    #expect(relative(Self.law(meanPath: 1e12).probability(of: 0...1), 1e-12) < 1e-12)
    #expect(relative(Self.law(meanPath: 1e20).probability(of: 5...6), 1e-20) < 1e-15)
    #expect(Self.law(meanPath: 1e-3).probability(of: 0...1) == 1)
    #expect(Self.law(meanPath: 1).probability(of: 0 ... .infinity) == 1)
    #expect(relative(Self.law(meanPath: 1).probability(of: 600 ... .infinity), exp(-600)) < 1e-12)
    #expect(Self.law(meanPath: 1e-3).probability(of: 1...2) == 0)
    let stable = DecayLaw(properLength: nil, of: FourMomentum(atRest: 1))
    #expect(stable.probability(of: 0...1e9) == 0)
    let atRest = DecayLaw(properLength: .mm(1), of: FourMomentum(atRest: 1))
    #expect(atRest.probability(of: 0...1) == 1)
    #expect(atRest.probability(of: 1...2) == 0)
  }

  @Test("free draws are exponential, over many seeds")
  func free() {
    let law = Self.law(meanPath: 250)
    let probabilities = (0..<20).map { seed in
      var stream = RandomStream(seed: UInt64(seed), name: "free")
      let draws = (0..<20_000).map { _ in law.draw(using: &stream) }
      return GoodnessOfFit.kolmogorovSmirnov(draws) { -expm1(-$0 / 250) }
    }
    #expect(GoodnessOfFit.passes(probabilities))
  }

  @Test(
    "draws on a path follow the truncated law, from stable to prompt",
    arguments: [1e300, 1e14, 1e4, 100, 10, 1, 1e-3, 1e-9])
  func conditional(meanPath: Double) {
    let law = Self.law(meanPath: meanPath)
    let probabilities = (0..<20).map { seed in
      var stream = RandomStream(seed: UInt64(seed), name: "conditional")
      let draws = (0..<10_000).map { _ in law.draw(in: 50...150, using: &stream) }
      #expect(draws.allSatisfy { $0 >= 50 && $0 <= 150 })
      // From 50 on an exponential, in a unit that the rounding of 50 does not reach.
      guard meanPath > 1e-6 else { return 0.5 }
      let norm = expm1(-100 / meanPath)
      return GoodnessOfFit.kolmogorovSmirnov(draws) { expm1(-($0 - 50) / meanPath) / norm }
    }
    #expect(meanPath < 1e-6 || GoodnessOfFit.passes(probabilities))
  }

  @Test("the path may have no end, and a prompt particle decays where it is")
  func ends() {
    var stream = RandomStream(seed: 1, name: "ends")
    let law = Self.law(meanPath: 10)
    let draws = (0..<20_000).map { _ in law.draw(in: 5 ... .infinity, using: &stream) - 5 }
    #expect(GoodnessOfFit.kolmogorovSmirnov(draws) { -expm1(-$0 / 10) } > 1e-4)
    let atRest = DecayLaw(properLength: .mm(1), of: FourMomentum(atRest: 1))
    #expect(atRest.draw(in: 0...7, using: &stream) == 0)
    #expect(atRest.draw(using: &stream) == 0)
    let stable = DecayLaw(
      properLength: nil, of: FourMomentum(mass: 0, momentum: ThreeVector(0, 0, 1)))
    #expect(stable.draw(using: &stream) == .infinity)
  }
}
