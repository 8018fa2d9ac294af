// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// What is known about work at one moment, and how to say it in one line.
package struct ProgressReading: CustomStringConvertible {
  /// What is going on, such as "simulating".
  package var activity: String
  /// What is counted, in the plural.
  package var unit: String
  /// How many there will be, where that is known.
  package var total: Int?
  /// How many are done in all.
  package var done: Int
  /// How many of them were done since the clock started.
  package var doneSinceStart: Int
  /// The time since the clock started, in seconds.
  package var seconds: Double

  /// Takes a reading.
  package init(
    activity: String, unit: String, total: Int?, done: Int, doneSinceStart: Int, seconds: Double
  ) {
    self.activity = activity
    self.unit = unit
    self.total = total
    self.done = done
    self.doneSinceStart = doneSinceStart
    self.seconds = seconds
  }

  /// Share, rate and time left, as far as they are known.
  package var description: String {
    var facts = [share]
    if let rate {
      facts.append(Self.describe(rate: rate, of: unit))
      if let total, total > done {
        facts.append(Self.describe(duration: Double(total - done) / rate) + " left")
      }
    }
    return "\(activity): \(facts.joined(separator: ", "))"
  }

  /// Rounded down, so that 100% means the end.
  private var share: String {
    guard let total else { return "\(Self.scaled(Double(done)))\(unit)" }
    guard total > 0, done < total else { return "100%" }
    return "\(Int(100 * (Double(done) / Double(total))))%"
  }

  /// Units a second since the clock started; nil as long as none is done.
  private var rate: Double? {
    doneSinceStart > 0 && seconds > 0 ? Double(doneSinceStart) / seconds : nil
  }

  private static func describe(rate: Double, of unit: String) -> String {
    for (period, symbol) in [(1.0, "s"), (60, "min")] where rate * period >= 0.1 {
      return "\(scaled(rate * period))\(unit)/\(symbol)"
    }
    return "\(scaled(rate * 3600))\(unit)/h"
  }

  private static func describe(duration seconds: Double) -> String {
    guard seconds < 100 * 86_400 else { return "more than 100 d" }
    let whole = Int(seconds.rounded(.up))
    return switch whole {
    case ..<60: "\(whole) s"
    case ..<3_600: "\(whole / 60) min \(twoDigits(whole % 60)) s"
    case ..<86_400: "\(whole / 3_600) h \(twoDigits(whole / 60 % 60)) min"
    default: "\(whole / 86_400) d \(twoDigits(whole / 3_600 % 24)) h"
    }
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }

  /// Three digits, a prefix and the space before a unit: `12.3 k `, `950 `, and `5 ` for a count.
  private static func scaled(_ value: Double) -> String {
    if value < 1000, value == value.rounded() { return "\(Int(value)) " }
    var value = value
    var prefixes = ["", "k", "M", "G", "T"][...]
    while value >= 999.5, prefixes.count > 1 {
      value /= 1000
      prefixes.removeFirst()
    }
    let decimals = value < 9.995 ? 2 : value < 99.95 ? 1 : 0
    let scale = [1.0, 10, 100][decimals]
    let digits = Int((value * scale).rounded())
    let fraction = ["", ".\(digits % 10)", "." + twoDigits(digits % 100)][decimals]
    let prefix = prefixes.first ?? ""
    return "\(digits / Int(scale))\(fraction) \(prefix)\(prefix.isEmpty ? "" : " ")"
  }
}
