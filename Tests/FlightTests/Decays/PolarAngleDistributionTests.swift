// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Flight
import Numerics
import Testing

@Suite("Polar angles")
struct PolarAngleDistributionTests {
  static let cases: [(PairHelicities, Double)] = [
    (.vector(parent: 1, 0, 0), 0), (.vector(parent: 1, 0, 0), 1),
    (.vector(parent: 1, 0.3, 0.3), 0.6), (.axial(parent: 1, 0.1, 0.5), 0.1),
    (.scalars, 0), (.scalars, 1), (.scalars, 0.5),
  ]

  @Test("draws follow the density, over many seeds", arguments: 0..<7)
  func draws(index: Int) throws {
    let (helicities, share) = Self.cases[index]
    let angle = helicities.polarAngle(try Polarisation(longitudinal: share))
    func cumulative(_ c: Double) -> Double {
      angle.constant * (c + 1) + angle.quadratic * (c * c * c + 1) / 3
    }
    #expect(abs(cumulative(1) - 1) < 1e-14)
    let probabilities = (0..<20).map { seed in
      var stream = RandomStream(seed: UInt64(seed), name: "angle \(index)")
      let draws = (0..<20_000).map { _ in angle.draw(using: &stream) }
      return GoodnessOfFit.kolmogorovSmirnov(draws, cumulative)
    }
    #expect(GoodnessOfFit.passes(probabilities))
  }
}
