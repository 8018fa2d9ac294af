// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Inference

/// The pieces of work that have a limit, one group a file.
enum Allowances {}

extension Allowances {
  /// Methods with a closed form, or a sum of a few terms, where nothing or only the background is
  /// uncertain.
  private static let closed: Set<String> = ["poisson", "classical", "cls", "profile"]

  /// Limits from fewer than a hundred events: closed forms and exact methods.
  static func counting() throws {
    print("limits of counting experiments at 90%")
    for (count, background, error) in [(0.0, 0.53, 0.17), (5, 2, 1), (50, 10, 2), (99, 90, 9)] {
      for efficiencyError in [0, 0.1] {
        let model = try CountingModel(
          observed: count, background: UncertainValue(background, error: error, shape: .gamma),
          efficiency: UncertainValue(1, error: efficiencyError))
        for method in LimitMethods.all {
          // Without an error of the efficiency it is a sum; with one it takes toys.
          if method.name == "cls-likelihood", efficiencyError > 0 { continue }
          let isClosed = closed.contains(method.name) && efficiencyError == 0
          let efficiency =
            efficiencyError > 0 ? " eff \(Int((100 * efficiencyError).rounded()))%" : ""
          try Allowance(
            name: "  limit, \(method.name), n=\(Int(count)) b=\(background)+-\(error)\(efficiency)",
            limit: isClosed ? .microseconds(50) : .milliseconds(2)
          ) { _ = try method.interval(for: model, at: .ninety) }.run()
        }
      }
    }
    try worst()
    print()
  }

  /// The slowest shape of uncertainty of each exact method.
  private static func worst() throws {
    let clock = ContinuousClock()
    for method in LimitMethods.all where method.name != "cls-likelihood" {
      var slowest = (time: Duration.zero, place: "")
      for (count, background, error) in [(0.0, 0.53, 0.17), (5, 2, 1), (50, 10, 2), (99, 90, 9)] {
        for shape in UncertaintyShape.allCases {
          let model = try CountingModel(
            observed: count, background: UncertainValue(background, error: error, shape: shape),
            efficiency: UncertainValue(1, error: 0.1, shape: shape))
          let times = try (0..<9).map { _ in
            try clock.measure { _ = try method.interval(for: model, at: .ninety) }
          }
          let time = times.min() ?? .zero
          if time > slowest.time { slowest = (time, "n=\(Int(count)) \(shape)") }
        }
      }
      Allowance.report(
        "  limit, \(method.name), all uncertain, slowest at \(slowest.place)", slowest.time,
        limit: .milliseconds(2))
    }
  }
}
