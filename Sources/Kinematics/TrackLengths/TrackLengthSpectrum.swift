// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// The track length of one species of particle against its kinetic energy, dL/dE, per event.
///
/// What a shower leaves for everything that may be produced along its tracks: a rate is the integral
/// of dL/dE times a probability per length (``fold(above:_:)``). Within a bin the density is even.
///
/// An event is one shower, or one particle on target. The spectrum holds the sums over events of the
/// length x in every fine bin, of x^2, and of the products of coarse bins, so that errors of bins
/// and of integrals are those of events, not of steps, which come many at once. A
/// ``TrackLengthScorer`` fills it. Spectra of blocks of events are merged in the order of the
/// blocks; the same order gives the same bits.
package struct TrackLengthSpectrum: Hashable, Sendable {
  /// The energy bins.
  package let binning: TrackLengthBinning

  /// The unit of the track length.
  package let unit: TrackLengthUnit

  /// The number of events.
  package private(set) var events = 0

  /// The sums of x: below the range, the fine bins, above the range.
  var sums: [Double]

  /// The sums of x^2, in the same places.
  var squares: [Double]

  /// The sums of products of coarse bins g >= h, at g (g + 1) / 2 + h.
  var products: [Double]

  /// Makes a spectrum of no events.
  package init(_ binning: TrackLengthBinning, unit: TrackLengthUnit) {
    self.binning = binning
    self.unit = unit
    sums = [Double](repeating: 0, count: binning.count + 2)
    squares = sums
    let coarse = binning.coarseCount
    products = [Double](repeating: 0, count: coarse * (coarse + 1) / 2)
  }

  /// Adds the events of another spectrum with the same bins and unit.
  package mutating func merge(_ other: TrackLengthSpectrum) {
    precondition(
      binning == other.binning && unit == other.unit,
      "track-length spectra of different bins or units")
    events += other.events
    for place in sums.indices { sums[place] += other.sums[place] }
    for place in squares.indices { squares[place] += other.squares[place] }
    for place in products.indices { products[place] += other.products[place] }
  }

  /// The same spectrum in another unit of length.
  /// - Parameters:
  ///   - other: the other unit.
  ///   - radiationLength: X0 of the material of all tracks.
  /// - Returns: the spectrum with all lengths in the other unit.
  package func converted(
    to other: TrackLengthUnit, radiationLength: Length
  ) -> TrackLengthSpectrum {
    let factor = unit.factor(to: other, radiationLength: radiationLength)
    var converted = TrackLengthSpectrum(binning, unit: other)
    converted.events = events
    converted.sums = sums.map { factor * $0 }
    converted.squares = squares.map { factor * factor * $0 }
    converted.products = products.map { factor * factor * $0 }
    return converted
  }

  /// Adds the lengths of an event and empties it.
  ///
  /// - Parameters:
  ///   - event: the lengths below the range, in the fine bins, above the range.
  ///   - touched: the places that may differ from zero.
  ///   - coarse: room for the coarse bins of an event.
  mutating func add(
    _ event: inout [Double], touched: ClosedRange<Int>, coarse: inout [Double]
  ) {
    let starts = binning.coarseStarts
    // Once a shower: checks of every index would take a tenth of the time of a short one.
    event.withUnsafeMutableBufferPointer { event in
      coarse.withUnsafeMutableBufferPointer { coarse in
        for group in coarse.indices {
          var sum = 0.0
          let first = max(starts[group] + 1, touched.lowerBound)
          let last = min(starts[group + 1], touched.upperBound)
          for place in stride(from: first, through: last, by: 1) { sum += event[place] }
          coarse[group] = sum
        }
        products.withUnsafeMutableBufferPointer { products in
          for group in coarse.indices where coarse[group] != 0 {
            let row = group * (group + 1) / 2
            for other in 0...group { products[row + other] += coarse[group] * coarse[other] }
          }
        }
      }
      sums.withUnsafeMutableBufferPointer { sums in
        squares.withUnsafeMutableBufferPointer { squares in
          for place in touched {
            let x = event[place]
            sums[place] += x
            squares[place] += x * x
            event[place] = 0
          }
        }
      }
    }
  }

  /// Counts an event as complete.
  mutating func countEvent() { events += 1 }
}
