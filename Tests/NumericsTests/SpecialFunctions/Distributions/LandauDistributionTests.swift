// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Numerics
import Testing

@Suite("Landau's distribution")
struct LandauDistributionTests {
  /// The density by its integral, for lambda from -2 up.
  private static func integral(at lambda: Double) -> Double {
    let steps = 20_000
    let end = 8 * exp(-lambda - 1) + 60
    let width = end / Double(steps)
    var sum = 0.0
    for step in 0..<steps {
      let t = (Double(step) + 0.5) * width
      sum += exp(-t * Foundation.log(t) - lambda * t) * sin(.pi * t)
    }
    return sum * width / .pi
  }

  @Test("the density is its integral", arguments: [-2, -1, -0.2228, 0, 1, 3, 10])
  func density(lambda: Double) {
    let expected = Self.integral(at: lambda)
    #expect(abs(LandauDistribution.density(at: lambda) - expected) < 2e-6)
  }

  @Test("the density is largest at the peak, and half as large a full width apart")
  func shape() {
    let peak = LandauDistribution.peak
    let highest = LandauDistribution.density(at: peak)
    for shift in [-0.01, 0.01] { #expect(LandauDistribution.density(at: peak + shift) < highest) }
    func crossing(_ low: Double, _ high: Double) -> Double {
      var (low, high) = (low, high)
      let isRising = LandauDistribution.density(at: low) < 0.5 * highest
      for _ in 0..<60 {
        let middle = 0.5 * (low + high)
        if (LandauDistribution.density(at: middle) < 0.5 * highest) == isRising {
          low = middle
        } else {
          high = middle
        }
      }
      return low
    }
    #expect(abs(crossing(0, 6) - crossing(-3, 0) - LandauDistribution.fullWidth) < 1e-3)
  }

  @Test("the cutoff gives the mean that was asked for", arguments: [1, 2, 5, 10, 15])
  func mean(wanted: Double) throws {
    let distribution = try LandauDistribution(mean: wanted)
    #expect(abs(distribution.mean - wanted) < 0.02)
    var random = RandomStream(seed: 1, name: "landau")
    let draws = 200_000
    var (sum, squares, largest) = (0.0, 0.0, 0.0)
    for _ in 0..<draws {
      let lambda = distribution.draw(from: &random)
      largest = max(largest, lambda)
      sum += lambda
      squares += lambda * lambda
    }
    #expect(largest <= distribution.cutoff)
    let mean = sum / Double(draws)
    let error = ((squares / Double(draws) - mean * mean) / Double(draws)).squareRoot()
    #expect(abs(mean - wanted) < 5 * error + 0.02)
  }
}
