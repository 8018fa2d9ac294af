// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Inference
import Testing

@Suite("Speed of counting limits")
struct CountingSpeedTests {
  /// Below a hundred events: count, background, its error.
  private static let experiments = [(0.0, 0.53, 0.17), (5, 2, 1), (50, 10, 2), (99, 90, 9)]

  /// The least time of a limit, in microseconds.
  private static func time(_ method: any LimitMethod, _ model: CountingModel) throws -> Double {
    let times = try (0..<9).map { _ in
      try ContinuousClock().measure { _ = try method.interval(for: model, at: .ninety) }
    }
    return (times.min() ?? .zero) / .microseconds(1)
  }

  @Test(
    "every exact method takes less than 2 ms below a hundred events, whatever is uncertain",
    arguments: LimitMethods.all.map(\.name).filter { $0 != "cls-likelihood" })
  func exact(_ name: String) throws {
    let method = try #require(LimitMethods.named(name))
    for (count, background, error) in Self.experiments {
      for shape in UncertaintyShape.allCases {
        for efficiencyError in [0, 0.1] {
          let model = try CountingModel(
            observed: count, background: UncertainValue(background, error: error, shape: shape),
            efficiency: UncertainValue(1, error: efficiencyError, shape: shape))
          let time = try Self.time(method, model)
          #expect(time < 2000, "\(name) \(count) \(shape) \(efficiencyError)")
        }
      }
    }
  }

  @Test("sums of q~ over counts and auxiliary counts stay below 2 ms as well")
  func likelihood() throws {
    for (count, background, error) in Self.experiments {
      let model = try counting(count, background, error: error, shape: .gamma)
      #expect(try Self.time(LikelihoodCLsLimit(), model) < 2000, "\(count)")
    }
  }
}
