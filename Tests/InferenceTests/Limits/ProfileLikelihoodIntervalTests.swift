// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Inference
import Testing

@Suite("Profile likelihood")
struct ProfileLikelihoodIntervalTests {
  @Test("interval agrees with a scan of the background for every shape of its error")
  func scan() throws {
    for shape in UncertaintyShape.allCases {
      for (count, background, error) in [(0, 0.53, 0.17), (7, 2.0, 1.0), (40, 30, 6)] {
        let interval = try ProfileLikelihoodInterval().interval(
          for: counting(Double(count), background, error: error, shape: shape), at: .ninety)
        let best = Self.largest(count, background, error, shape, signals: nil)
        for edge in [interval.lower, interval.upper] where edge > 0 {
          let fall = 2 * (best - Self.largest(count, background, error, shape, signals: edge))
          #expect(abs(fall - 2.705543) < 2e-4, "\(shape) \(count) \(edge)")
        }
      }
    }
  }

  @Test("tends to that of a known background as its error vanishes, without losing digits")
  func tinyError() throws {
    let known = try upper(ProfileLikelihoodInterval(), counting(5, 2))
    for shape in UncertaintyShape.allCases {
      for error in [1e-4, 1e-6, 1e-8] {
        let almost = try upper(
          ProfileLikelihoodInterval(), counting(5, 2, error: error, shape: shape))
        #expect(abs(almost - known) < 2e-7, "\(shape) \(error)")
      }
    }
  }

  @Test("profiles a shared efficiency and background error as a scan of both does")
  func commonFactors() throws {
    let bins = [(3.0, 1.0, 0.5), (6, 2.5, 0.8)]
    let model = try CountingModel(
      bins: bins.map {
        try CountingBin(
          observed: $0.0, background: UncertainValue($0.1), efficiency: UncertainValue($0.2))
      }, commonEfficiency: UncertainValue(1, error: 0.15),
      commonBackground: UncertainValue(1, error: 0.3))
    let interval = try ProfileLikelihoodInterval().interval(for: model, at: .ninety)
    func profiled(_ signal: Double) -> Double {
      var largest = -Double.infinity
      for i in 0...400 {
        for j in 0...400 {
          let efficiency = 0.5 + 0.0025 * Double(i)
          let background = 0.2 + 0.005 * Double(j)
          var sum =
            -0.5 * pow((efficiency - 1) / 0.15, 2) - 0.5 * pow((background - 1) / 0.3, 2)
          for bin in bins {
            let mean = signal * bin.2 * efficiency + bin.1 * background
            sum += bin.0 * log(mean) - mean
          }
          largest = max(largest, sum)
        }
      }
      return largest
    }
    let best = (0...40).map { profiled(3 + 0.1 * Double($0)) }.max() ?? 0
    #expect(abs(2 * (best - profiled(interval.upper)) - 2.7055) < 3e-3)
    #expect(interval.lower == 0 || abs(2 * (best - profiled(interval.lower)) - 2.7055) < 3e-3)
  }

  @Test("holds the best strength at any level", arguments: [1e-15, 1e-10, 1e-6, 0.01, 0.999999])
  func tinyLevel(_ level: Double) throws {
    for count in [0.0, 3, 40] {
      let interval = try ProfileLikelihoodInterval()
        .interval(for: counting(count, 1, error: 0.2), at: ConfidenceLevel(level))
      #expect(interval.lower <= max(0, count - 1) && max(0, count - 1) <= interval.upper)
    }
  }

  /// The largest log-likelihood over a grid of backgrounds, for one signal or the best one.
  private static func largest(
    _ count: Int, _ background: Double, _ error: Double, _ shape: UncertaintyShape,
    signals: Double?
  ) -> Double {
    var largest = -Double.infinity
    for step in 1...200_000 {
      let b = background * 5 * Double(step) / 200_000
      let constraint: Double
      switch shape {
      case .gauss: constraint = -0.5 * pow((b - background) / error, 2)
      case .gamma:
        let m = pow(background / error, 2)
        constraint = m * log(b) - m * b / background
      case .logNormal:
        constraint = -0.5 * pow(log(b / background) / log(1 + error / background), 2)
      }
      let mean = (signals ?? max(0, Double(count) - b)) + b
      largest = max(largest, constraint + (count > 0 ? Double(count) * log(mean) : 0) - mean)
    }
    return largest
  }
}
