// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// How many toys were made and how many of them are as extreme as the data.
///
/// Toys are numbered. A tally over any range of numbers can be merged with that of another range,
/// on whatever thread or machine each was made.
package struct ToyTally: Hashable, Sendable {
  /// The number of toys.
  package private(set) var toys = 0

  /// The toys as extreme as the data, or more.
  package private(set) var extreme = 0

  /// A tally of nothing.
  package init() {}

  /// Counts one toy.
  package mutating func add(isExtreme: Bool) {
    toys += 1
    if isExtreme { extreme += 1 }
  }

  /// Adds the toys of another range of numbers.
  package mutating func merge(_ other: ToyTally) {
    toys += other.toys
    extreme += other.extreme
  }

  /// The fraction of extreme toys; NaN without toys.
  package var pValue: Double { Double(extreme) / Double(toys) }

  /// The standard error of the p-value: sqrt(p (1 - p) / N) with p = (k + 1)/(N + 2).
  ///
  /// The shifted fraction keeps the error from vanishing when no toy, or every one, is extreme.
  package var error: Double {
    let shifted = Double(extreme + 1) / Double(toys + 2)
    return (shifted * (1 - shifted) / Double(toys)).squareRoot()
  }
}
