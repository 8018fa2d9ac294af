// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A box in several dimensions to integrate over.
public struct IntegrationBox: Hashable, Sendable, CustomStringConvertible {
  /// The lower corner.
  public let lower: [Double]

  /// The upper corner; nowhere below the lower one.
  public let upper: [Double]

  /// Makes a box from the ends along each dimension.
  public init(_ sides: [(from: Double, to: Double)]) throws(NumericsError) {
    lower = sides.map(\.from)
    upper = sides.map(\.to)
    let sound = sides.allSatisfy { $0.from.isFinite && $0.to.isFinite && $0.from <= $0.to }
    guard sound && !sides.isEmpty else {
      throw NumericsError(
        "invalid box \(description)",
        .invalidArgument("every side must be finite and ascending, and there must be one"),
        suggestion: "map infinite sides to finite parameters")
    }
  }

  /// The number of dimensions.
  public var dimensions: Int { lower.count }

  /// The product of the sides.
  public var volume: Double { zip(lower, upper).reduce(1) { $0 * ($1.1 - $1.0) } }

  /// The sides, as in `[0.0, 1.0] x [2.0, 3.0]`.
  public var description: String {
    zip(lower, upper).map { "[\($0), \($1)]" }.joined(separator: " x ")
  }
}
