// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics

/// What toy scans of background say about the largest local significance of a real one.
///
/// One set of toys gives both answers: the up-crossings of a low level, for the extrapolation of
/// ``LookElsewhere``, and the plain fraction of scans that are as odd somewhere. Tallies of ranges
/// of toys merge.
package struct ScanToys: Hashable, Sendable {
  /// The level z0 whose up-crossings are counted.
  package let level: Double

  /// The largest local significance of the data.
  package let observed: Double

  /// The toys whose largest local significance reaches the observed one.
  package private(set) var tally = ToyTally()

  private var crossings = 0
  private var crossingSquares = 0

  /// A tally without toys.
  /// - Parameters:
  ///   - level: the level z0 whose up-crossings are counted.
  ///   - observed: the largest local significance of the data.
  package init(level: Double, observed: Double) {
    self.level = level
    self.observed = observed
  }

  /// The mean number of up-crossings in a scan, with its standard error; NaN without toys.
  package var meanCrossings: (value: Double, error: Double) {
    let number = Double(tally.toys)
    let mean = Double(crossings) / number
    let variance = max(Double(crossingSquares) / number - mean * mean, 1 / number)
    return (mean, (variance / number).squareRoot())
  }

  /// Makes toys, each with a random stream of its own.
  /// - Parameters:
  ///   - toys: their numbers.
  ///   - seed: the seed of the run.
  ///   - scan: draws one scan of background: its local significances in order.
  package mutating func make(
    _ toys: Range<Int>, seed: UInt64, scan: (inout RandomStream) -> [Double]
  ) {
    for toy in toys {
      var stream = RandomStream(seed: seed, name: "scans of background", event: toy)
      add(scan(&stream))
    }
  }

  /// Adds the toys of another range of numbers.
  package mutating func merge(_ other: ScanToys) {
    tally.merge(other.tally)
    crossings += other.crossings
    crossingSquares += other.crossingSquares
  }

  private mutating func add(_ significances: [Double]) {
    let count = Self.crossings(of: significances, at: level)
    crossings += count
    crossingSquares += count * count
    // Scans on few events repeat exact values; a tie counts as reached.
    tally.add(isExtreme: (significances.max() ?? -.infinity) >= observed - 1e-9)
  }

  /// How often neighbouring values of a scan rise from below a level to it or above.
  package static func crossings(of significances: [Double], at level: Double) -> Int {
    zip(significances, significances.dropFirst()).count { $0 < level && $1 >= level }
  }
}
