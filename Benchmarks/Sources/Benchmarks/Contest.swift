// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Several ways to make a million numbers, timed in turn so that all meet the same machine.
struct Contest: Sendable {
  /// One way: its name and the work, which returns something that depends on the numbers.
  struct Entry: Sendable {
    let name: String
    let work: @Sendable () -> Double
  }

  /// How many numbers one call of the work makes.
  static let count = 1 << 20

  let title: String
  let entries: [Entry]

  /// Runs all entries in turn and prints the least and the median time a number.
  ///
  /// The first entry is the measure: the last column says how many times faster than it.
  func run(repeats: Int) {
    let clock = ContinuousClock()
    var times = entries.map { _ in [Double]() }
    var checksum = 0.0
    for round in 0...repeats {
      for (index, entry) in entries.enumerated() {
        let time = clock.measure { checksum += entry.work() }
        // The first round warms caches and tables.
        guard round > 0 else { continue }
        times[index].append(Double(time.components.attoseconds) * 1e-9 / Double(Self.count))
      }
    }
    precondition(!checksum.isNaN, "a benchmark computed nonsense")

    print(column(title, 40) + "ns min   ns median   times as fast (min)")
    let reference = times[0].min() ?? 0
    for (entry, times) in zip(entries, times) {
      let sorted = times.sorted()
      let least = sorted[0]
      print(
        column("  " + entry.name, 40) + column(fixed(least), 9)
          + column(fixed(sorted[sorted.count / 2]), 12) + fixed(reference / least))
    }
    print()
  }

  private func column(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  /// Returns a positive number with two decimals.
  private func fixed(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let decimals = hundredths % 100
    return "\(hundredths / 100).\(decimals < 10 ? "0" : "")\(decimals)"
  }
}
