// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// The points of a scan: single values and ranges, in the order in which they were written.
///
///     try Scan<MassDimension>(parsing: "1MeV..1GeV:40")        // 40 points, logarithmic
///     try Scan<MassDimension>(parsing: "10MeV, 100MeV, 1GeV")  // three points
///     try Scan<LengthDimension>(parsing: "0mm..10mm:11lin")    // 11 points, linear
public struct Scan<D: Dimension>: Hashable, Sendable {
  /// One item between commas.
  public enum Item: Hashable, Sendable {
    /// A single value.
    case point(Quantity<D>)
    /// A range with its number of points, both ends included.
    case range(Quantity<D>, Quantity<D>, count: Int, spacing: Spacing)

    /// The number of points.
    var count: Int {
      if case .range(_, _, let count, _) = self { count } else { 1 }
    }
  }

  /// How the points of a range are spaced.
  public enum Spacing: Hashable, Sendable {
    /// Equal ratios; both ends are above zero.
    case logarithmic
    /// Equal differences.
    case linear
  }

  /// More points than this in one scan are taken for a slip.
  public static var mostPoints: Int { 1_000_000 }

  /// The items as they were written.
  public let items: [Item]

  /// Makes a scan from its items, which the caller knows to be sound.
  init(items: [Item]) {
    self.items = items
  }

  /// A scan of single values.
  public init(_ values: [Quantity<D>]) {
    items = values.map(Item.point)
  }

  /// All points in order; the ends of a range are exact.
  public var values: [Quantity<D>] { items.flatMap(Self.points) }

  /// The values that were written: all others lie between two of them.
  public var ends: [Quantity<D>] {
    items.flatMap { item in
      switch item {
      case .point(let value): [value]
      case .range(let first, let last, _, _): [first, last]
      }
    }
  }

  /// The number of points, without making them.
  public var count: Int { items.reduce(0) { $0 + $1.count } }

  private static func points(of item: Item) -> [Quantity<D>] {
    guard case .range(let first, let last, let count, let spacing) = item else {
      if case .point(let value) = item { return [value] }
      return []
    }
    let low = first.baseValue
    let high = last.baseValue
    // The ratio of the ends may overflow where their logarithms do not.
    let logLow = log(low)
    let logHigh = log(high)
    return (0..<count).map { index in
      if index == 0 { return first }
      if index == count - 1 { return last }
      let share = Double(index) / Double(count - 1)
      switch spacing {
      case .logarithmic:
        return Quantity(baseValue: exp(logLow + (logHigh - logLow) * share))
      case .linear:
        return Quantity(baseValue: low * (1 - share) + high * share)
      }
    }
  }
}

extension Scan: CustomStringConvertible {
  /// The scan as it can be parsed again, such as `1 MeV..1 GeV:40`.
  public var description: String {
    items.map { item in
      switch item {
      case .point(let value): "\(value)"
      case .range(let first, let last, let count, let spacing):
        "\(first)..\(last):\(count)\(spacing == .linear ? "lin" : "")"
      }
    }.joined(separator: ", ")
  }
}
