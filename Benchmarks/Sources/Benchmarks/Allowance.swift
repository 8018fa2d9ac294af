// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// A piece of work and the time that it may take.
struct Allowance {
  /// What is done.
  let name: String

  /// The time that it may take.
  let limit: Duration

  /// How often it is done; the least time counts.
  var rounds = 20

  /// Does it once.
  let work: () throws -> Void

  /// Does the work and prints the least time, the limit and their ratio.
  func run() throws {
    let clock = ContinuousClock()
    // The first round warms caches and tables, where there is more than one.
    if rounds > 1 { try work() }
    var least = try clock.measure(work)
    for _ in 1..<rounds { least = min(least, try clock.measure(work)) }
    Self.report(name, least, limit: limit)
  }

  /// Prints a time beside its limit.
  static func report(_ name: String, _ time: Duration, limit: Duration, remark: String = "") {
    print(
      "\(name): \(text(time)) (limit \(text(limit))) \((time / limit).formatted(significant: 2))"
        + remark)
  }

  /// A time to two digits, in the unit that suits it.
  static func text(_ time: Duration) -> String {
    let units: [(Duration, String)] = [
      (.seconds(1), "s"), (.milliseconds(1), "ms"), (.microseconds(1), "us"),
    ]
    let (unit, symbol) = units.first { time >= $0.0 } ?? (.nanoseconds(1), "ns")
    return (time / unit).formatted(significant: 2) + " " + symbol
  }
}
