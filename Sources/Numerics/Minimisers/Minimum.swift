// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A minimum of a function of one variable.
public struct Minimum: Hashable, Sendable {
  /// Where the minimum is, with half the width of the last bracket as its error.
  public let place: Estimate

  /// The value of the function there.
  public let value: Double
}

/// A minimum of a function of several variables.
public struct PointMinimum: Hashable, Sendable {
  /// Where the minimum is.
  public let point: [Double]

  /// The value of the function there.
  public let value: Double

  /// The number of iterations it took.
  public let iterations: Int
}
