// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Foundation
import Numerics
import Testing

@Suite("Two photons through loops")
struct PhotonPairDecayTests {
  @Test("the amplitudes begin at 4/3 and 2, with slopes 14/45 and 2/3")
  func limits() {
    let scalar = PhotonPairDecay.amplitude(.scalar, at: 1e-6)
    let pseudoscalar = PhotonPairDecay.amplitude(.pseudoscalar, at: 1e-6)
    #expect(abs(scalar.real - (4.0 / 3 + 14.0 / 45 * 1e-6)) < 1e-12)
    #expect(abs(pseudoscalar.real - (2 + 2.0 / 3 * 1e-6)) < 1e-12)
    #expect(abs(PhotonPairDecay.amplitude(.scalar, at: 0).real - 4.0 / 3) < 1e-15)
  }

  @Test(
    "below threshold the amplitudes are the integrals over Feynman parameters",
    arguments: [1e-4, 0.03, 0.0499, 0.0501, 0.3, 0.9])
  func parameters(_ t: Double) throws {
    let rule = try GaussLegendreRule(points: 80)
    func integral(_ numerator: (Double) -> Double) -> Double {
      rule.integrate(from: 0, to: 1) { x in
        rule.integrate(from: 0, to: 1 - x) { y in 4 * numerator(x * y) / (1 - 4 * t * x * y) }
      }
    }
    let scalar = integral { 1 - 4 * $0 }
    let pseudoscalar = integral { _ in 1 }
    #expect(relative(PhotonPairDecay.amplitude(.scalar, at: t).real, scalar) < 1e-9)
    #expect(relative(PhotonPairDecay.amplitude(.pseudoscalar, at: t).real, pseudoscalar) < 1e-9)
  }

  @Test("the amplitudes are continuous where the pair opens, and complex above")
  func threshold() {
    for parity in [PhotonPairDecay.Parity.scalar, .pseudoscalar] {
      let below = PhotonPairDecay.amplitude(parity, at: 1 - 1e-10)
      let above = PhotonPairDecay.amplitude(parity, at: 1 + 1e-10)
      #expect((above - below).magnitude < 1e-4)
      #expect(below.imaginary == 0)
      #expect(PhotonPairDecay.amplitude(parity, at: 2).imaginary > 0.5)
    }
  }

  @Test("the imaginary part is that of unitarity: the cut through the lepton pair")
  func unitarity() {
    // Im A_P = (pi / t) ln((1 + b)/(1 - b)), and for the scalar with b^2 times that.
    for t in [1.5, 4, 100] {
      let b = (1 - 1 / t).squareRoot()
      let cut = 2 * atanh(b) * .pi / t
      let odd = PhotonPairDecay.amplitude(.pseudoscalar, at: t).imaginary
      let even = PhotonPairDecay.amplitude(.scalar, at: t).imaginary
      #expect(relative(odd, cut) < 1e-12)
      #expect(relative(even, cut * b * b) < 1e-12)
    }
  }
}
