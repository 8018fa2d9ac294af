// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Numerics
import Testing

@Suite("Isotropic directions")
struct RandomStreamDirectionTests {
  @Test("have unit length")
  func length() {
    var stream = RandomStream(seed: 1, name: "direction")
    for _ in 0..<100_000 {
      let n = stream.direction()
      #expect(abs((n * n).sum().squareRoot() - 1) < 4e-16)
    }
  }

  @Test("are uniform along each axis, in azimuth, and jointly", arguments: [1, 2, 3] as [UInt64])
  func isotropy(seed: UInt64) {
    var stream = RandomStream(seed: seed, name: "direction")
    let directions = (0..<200_000).map { _ in stream.direction() }
    for axis in 0..<3 {
      // Archimedes: every component is uniform on (-1, 1).
      let components = directions.map { $0[axis] }
      let probability = GoodnessOfFit.kolmogorovSmirnov(components) { 0.5 * (1 + $0) }
      #expect(probability > GoodnessOfFit.bound, "axis \(axis)")
    }
    var counts = [Int](repeating: 0, count: 400)
    for n in directions {
      let height = min(Int(10 * (1 + n.z)), 19)
      let azimuth = min(Int((atan2(n.y, n.x) / .pi + 1) * 10), 19)
      counts[20 * height + azimuth] += 1
    }
    let expected = [Double](repeating: Double(directions.count) / 400, count: 400)
    #expect(GoodnessOfFit.passes(GoodnessOfFit.chiSquare(counts: counts, expected: expected)))
  }
}
