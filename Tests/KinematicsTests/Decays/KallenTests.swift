// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics
import Testing

@Suite("The Kallen function and p*")
struct KallenTests {
  /// The textbook form, good where nothing cancels.
  private func textbook(_ a: Double, _ b: Double, _ c: Double) -> Double {
    a * a + b * b + c * c - 2 * (a * b + b * c + c * a)
  }

  @Test("of masses and of squared masses agree with the textbook away from thresholds")
  func agreement() {
    for (a, b, c) in [(5.0, 1.0, 2.0), (0.5, 0.1, 0.14), (1, 0, 0), (3, 0, 1), (1, 2, 0.5)] {
      let exact = textbook(a * a, b * b, c * c)
      #expect(abs(kallen(ofMasses: a, b, c) - exact) <= 2e-15 * abs(exact))
      #expect(abs(kallen(ofSquaredMasses: a * a, b * b, c * c) - exact) <= 2e-15 * abs(exact))
    }
  }

  @Test("of squares: symmetric, and defined for every sign")
  func squares() {
    let triples = [
      (4.0, 1.0, 0.25), (4.0, -1.0, 0.25), (-4.0, 1.0, 0.25), (-4.0, -1.0, 0.25), (-4, -1, -0.25),
      (4, 0, -3), (-2, 0, -3), (0, 0, 5), (0, 0, -5),
    ]
    for (a, b, c) in triples {
      let exact = textbook(a, b, c)
      for (x, y, z) in [(a, b, c), (a, c, b), (b, a, c), (b, c, a), (c, a, b), (c, b, a)] {
        #expect(abs(kallen(ofSquaredMasses: x, y, z) - exact) <= 4e-15 * abs(exact))
      }
    }
    #expect(kallen(ofSquaredMasses: 0, 0, 0) == 0)
  }

  @Test(
    "of squares: a light particle beside two of equal mass loses nothing",
    arguments: [1e-6, 1e-20, 1e-40])
  func lightSquare(_ c: Double) {
    // lambda(1, 1, c) = c^2 - 4 c.
    #expect(abs(kallen(ofSquaredMasses: 1, c, 1) - c * (c - 4)) <= 1e-15 * c * 4)
  }

  @Test("next to threshold p* keeps its digits", arguments: [0x1p-20, 0x1p-40, 0x1p-51])
  func nearThreshold(_ excess: Double) throws {
    // M = 2 + d with m1 = m2 = 1: p*^2 = d + d^2/4.
    let exact = (excess * (1 + excess / 4)).squareRoot()
    let momentum = try #require(breakupMomentum(of: 2 + excess, into: 1, 1))
    #expect(abs(momentum - exact) <= 4e-16 * exact)
    // The squares know the distance only to rounding over itself.
    #expect(kallen(ofSquaredMasses: (2 + excess) * (2 + excess), 1, 1) >= 0)
  }

  @Test("next to threshold with masses that do not add up exactly")
  func sumRounded() throws {
    // 1 + 2^-60 is not a double; the distance to threshold is 2^-52 - 2^-60.
    let momentum = try #require(breakupMomentum(of: 1 + 0x1p-52, into: 1, 0x1p-60))
    let excess = 0x1p-52 - 0x1p-60
    let exact = (excess * 2 * (2 * 0x1p-60 + excess) * 2).squareRoot() / 2
    #expect(abs(momentum - exact) <= 1e-15 * exact)
  }

  @Test("zero at threshold, nil below and for what is no mass, never NaN")
  func threshold() {
    #expect(breakupMomentum(of: 0.1 + 0.2, into: 0.1, 0.2) == 0)
    #expect(breakupMomentum(of: 0.3, into: 0.1, 0.2) == nil)
    #expect(breakupMomentum(of: 1, into: 1, 0) == 0)
    #expect(breakupMomentum(of: 2, into: 0, 0) == 1)
    #expect(breakupMomentum(of: 1, into: 0.6, 0.5) == nil)
    #expect(breakupMomentum(of: 0, into: 0, 0) == nil)
    #expect(breakupMomentum(of: 1, into: -0.1, 0.1) == nil)
    for wrong in [Double.nan, .infinity, -.infinity] {
      #expect(breakupMomentum(of: wrong, into: 0, 0) == nil)
      #expect(breakupMomentum(of: 1, into: wrong, 0) == nil)
      #expect(breakupMomentum(of: 1, into: 0, wrong) == nil)
    }
  }

  @Test("an electron and a TeV: p* of a photon and an electron from M is (M^2 - m^2) / 2M")
  func hierarchy() throws {
    let electron = 0.00051099895
    for parent in [1000, 1, electron * (1 + 0x1p-30)] {
      let exact = (parent - electron) * (parent + electron) / (2 * parent)
      let momentum = try #require(breakupMomentum(of: parent, into: electron, 0))
      #expect(abs(momentum - exact) <= 1e-15 * exact)
    }
  }
}
