// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics
import Testing

@Suite("Poisson draws")
struct RandomStreamPoissonTests {
  @Test(
    "have the frequencies of the distribution",
    arguments: [0.1, 1, 5.5, 9.99, 10, 12, 30, 100, 1000])
  func frequencies(mean: Double) throws {
    let distribution = try PoissonDistribution(mean: mean)
    var random = RandomStream(seed: 1, name: "poisson")
    let draws = 200_000
    var counts: [Int: Int] = [:]
    for _ in 0..<draws { counts[random.poisson(mean: mean), default: 0] += 1 }
    // Counts expected less often than 20 times are pooled.
    var (chi2, bins, pooled, pooledExpected) = (0.0, 0, 0.0, 0.0)
    for count in 0...Int(mean + 12 * (mean + 1).squareRoot()) {
      let expected = Double(draws) * distribution.probability(of: count)
      let found = Double(counts[count] ?? 0)
      if expected < 20 {
        pooled += found
        pooledExpected += expected
      } else {
        chi2 += (found - expected) * (found - expected) / expected
        bins += 1
      }
    }
    if pooledExpected > 5 {
      chi2 += (pooled - pooledExpected) * (pooled - pooledExpected) / pooledExpected
      bins += 1
    }
    let excess = (chi2 - Double(bins - 1)) / (2 * Double(max(bins - 1, 1))).squareRoot()
    #expect(excess < 4.5, "chi2 \(chi2) in \(bins) bins")
  }

  @Test("of no mean are zero, and of a huge one the mean")
  func extremes() {
    var random = RandomStream(seed: 1, name: "poisson")
    #expect(random.poisson(mean: 0) == 0)
    #expect(random.poisson(mean: -1) == 0)
    #expect(random.poisson(mean: 1e16) == 10_000_000_000_000_000)
  }
}
