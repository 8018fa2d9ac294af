// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A sum that carries along what rounding would lose.
///
/// The error is 2^-53 of the result plus n^2 2^-106 of the sum of magnitudes, for n terms: also
/// terms of both signs and many orders of magnitude add up to the last digit or two.
/// - Source: Neumaier1974rundung, algorithm IV
@frozen
public struct CompensatedSum: Hashable, Sendable {
  @usableFromInline var sum = 0.0
  @usableFromInline var compensation = 0.0

  /// Begins at zero.
  @inlinable
  public init() {}

  /// The sum so far.
  @inlinable public var value: Double {
    // An infinite or undefined sum has no compensation worth adding.
    sum.isFinite ? sum + compensation : sum
  }

  /// Adds a number.
  /// - Parameter term: the number.
  @inlinable
  public mutating func add(_ term: Double) {
    let next = sum + term
    let larger = abs(sum) >= abs(term) ? sum : term
    let smaller = abs(sum) >= abs(term) ? term : sum
    compensation += (larger - next) + smaller
    sum = next
  }

  /// Adds another sum.
  /// - Parameter other: the other sum.
  @inlinable
  public mutating func add(_ other: CompensatedSum) {
    add(other.sum)
    compensation += other.compensation
  }

  /// Multiplies the sum by a number.
  /// - Parameter factor: the number.
  @inlinable
  public mutating func scale(by factor: Double) {
    sum *= factor
    compensation *= factor
  }
}
