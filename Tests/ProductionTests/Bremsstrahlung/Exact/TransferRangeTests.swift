// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Numerics
import Production
import Testing

@Suite("Maps of phase space")
struct TransferRangeTests {
  @Test("the range of t, cut at a peak or not, is covered once")
  func cover() throws {
    let rule = try GaussLegendreRule(points: 200)
    var stream = RandomStream(seed: 9, name: "cover")
    var halves = 0
    for mass in [1e-5, 0.0167] {
      let beam = BeamKinematics(
        energy: 100, leptonMass: 0.51099895e-3, bosonMass: mass, nucleusMass: 193)
      for _ in 0..<100 {
        guard let draw = RecoilDraw(beam, from: &stream) else { continue }
        let recoil = draw.recoil
        let range = TransferRange(recoil, screening: 4e-10, size: 5e-3)
        // The integral of 1 / (t - t_min + c)^2 is known.
        let c = 1e-2 * recoil.virtuality
        let span = recoil.largestTransfer - recoil.leastTransfer
        var sum = 0.0
        for map in [range.lower, range.upper].compactMap({ $0 }) {
          for (node, weight) in zip(rule.nodes, rule.weights) {
            let (risen, stretch) = map(SIMD4(repeating: 0.5 * (1 + node)))
            sum += 0.5 * weight * stretch[0] / ((risen[0] + c) * (risen[0] + c))
          }
        }
        if range.upper != nil { halves += 1 }
        let expected = span / (c * (span + c))
        #expect((sum / expected - 1).magnitude < 1e-6, "\(draw)")
      }
    }
    #expect(halves > 10)
  }

  @Test("distances from both ends add up and keep their digits")
  func ends() throws {
    let map = TwoEndedMap(length: 2, lower: 1e-9, upper: 1e-3)
    for n in [1e-6, 0.1, 0.5, 0.9, 1 - 1e-6] {
      let (lower, upper, stretch) = map(n)
      #expect((lower + upper - 2).magnitude < 1e-14)
      let step = 1e-7 * min(n, 1 - n)
      let slope = (map(n + step).fromLower - map(n - step).fromLower) / (2 * step)
      if n < 0.95 { #expect((slope / stretch - 1).magnitude < 1e-5, "\(n)") }
    }
    let start = map(1e-6).fromLower
    #expect((start / (1e-9 * expm1(3e-12 * log(2e9 * 2e3))) - 1).magnitude < 1e-3)
  }
}
