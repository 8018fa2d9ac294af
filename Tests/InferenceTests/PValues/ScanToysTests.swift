// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Inference
import Numerics
import Testing

@Suite("Toy scans")
struct ScanToysTests {
  /// One period of a stationary Gaussian process of unit variance, a cos t + b sin t.
  static func wave(_ stream: inout RandomStream) -> [Double] {
    let (a, b) = (stream.normal(), stream.normal())
    return (0...100).map { step in
      let t = 2 * Double.pi * Double(step) / 100
      return a * cos(t) + b * sin(t)
    }
  }

  @Test("count up-crossings as Rice's formula does, and extrapolate to the plain fraction")
  func rice() throws {
    // A period crosses z0 upward once if its amplitude exceeds z0: with probability exp(-z0^2/2).
    var toys = ScanToys(level: 0.5, observed: 2.5)
    toys.make(0..<20_000, seed: 3, scan: Self.wave)
    let crossings = toys.meanCrossings
    #expect(abs(crossings.value - exp(-0.125)) < 4 * crossings.error + 0.01)
    #expect(crossings.error < 0.005)
    let plain = toys.tally
    #expect(abs(plain.pValue - exp(-3.125)) < 4 * plain.error)
    let extrapolated = try LookElsewhere.global(
      deviations: 2.5, crossings: crossings.value, at: 0.5)
    #expect(extrapolated.value > plain.pValue - 4 * plain.error)
    #expect(extrapolated.value < plain.pValue + 0.01)
  }

  @Test("merge to the same tally however they are split")
  func merge() {
    var whole = ScanToys(level: 0.5, observed: 2)
    whole.make(0..<300, seed: 3, scan: Self.wave)
    var parts = ScanToys(level: 0.5, observed: 2)
    parts.make(100..<300, seed: 3, scan: Self.wave)
    var first = ScanToys(level: 0.5, observed: 2)
    first.make(0..<100, seed: 3, scan: Self.wave)
    parts.merge(first)
    #expect(parts == whole)
  }

  @Test("count a rise to the level itself, and no fall")
  func crossings() {
    #expect(ScanToys.crossings(of: [0, 1, 0, 2, 3, 0.5], at: 1) == 2)
    #expect(ScanToys.crossings(of: [3, 2, 1, 0], at: 1.5) == 0)
    #expect(ScanToys.crossings(of: [], at: 1) == 0)
  }
}
