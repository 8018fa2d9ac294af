// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics

/// A tally of track length against energy, for one species of particle, event by event.
///
///     var electrons = TrackLengthScorer(binning, unit: .radiationLengths)
///     electrons.score(from: before, to: after, length: step)   // at every step
///     electrons.closeEvent()                                   // after every shower
///     let spectrum = electrons.spectrum
///
/// Steps of one shower belong together: only the sum of an event is squared, so that errors know of
/// their correlation. Scoring and closing allocate nothing.
package struct TrackLengthScorer: Sendable {
  /// What has been scored in the events closed so far.
  package private(set) var spectrum: TrackLengthSpectrum

  /// The fine bins of the event that is open: below the range, the bins, above it.
  private var event: [Double]

  /// The places from first to last that the open event has touched; empty if first > last.
  private var firstTouched: Int
  private var lastTouched: Int

  /// The coarse bins of the event that is being closed.
  private var coarse: [Double]

  /// The edges, held apart from the spectrum that closing changes.
  private let edges: [Double]

  /// The place at the lower end of every 32nd of a factor of two in energy, from the lowest edge up.
  private let guide: [Int]
  private let firstKey: Int

  /// Makes an empty tally.
  package init(_ binning: TrackLengthBinning, unit: TrackLengthUnit) {
    spectrum = TrackLengthSpectrum(binning, unit: unit)
    let edges = binning.edges
    self.edges = edges
    let firstKey = Self.key(edges[0])
    self.firstKey = firstKey
    guide = (firstKey...Self.key(edges[edges.count - 1])).map { key in
      let energy = Double(bitPattern: UInt64(key) << Self.keyShift)
      return edges.firstIndex { $0 > energy } ?? edges.count
    }
    event = [Double](repeating: 0, count: binning.count + 2)
    coarse = [Double](repeating: 0, count: binning.coarseCount)
    firstTouched = binning.count + 2
    lastTouched = -1
  }

  /// Scores a step over which the energy changes evenly with the path.
  ///
  /// The length falls on the bins as the energy sweeps them, L dE / |E1 - E2|, and adds up to L to
  /// the rounding of a sum over the bins. A step without loss of energy lies in one bin.
  /// - Parameters:
  ///   - before: the kinetic energy E1 in GeV at the beginning.
  ///   - after: the kinetic energy E2 in GeV at the end.
  ///   - length: the length L of the step, in the unit of the tally.
  ///   - weight: the weight of the particle.
  package mutating func score(
    from before: Double, to after: Double, length: Double, weight: Double = 1
  ) {
    let low = min(before, after)
    let high = max(before, after)
    let amount = length * weight
    let top = place(of: high)
    lastTouched = max(lastTouched, top)
    if low >= lowerEdge(of: top) {
      firstTouched = min(firstTouched, top)
      event[top] += amount
      return
    }
    let density = amount / (high - low)
    var place = top
    var upper = high
    while place > 0, edges[place - 1] > low {
      event[place] += (upper - edges[place - 1]) * density
      upper = edges[place - 1]
      place -= 1
    }
    event[place] += (upper - low) * density
    firstTouched = min(firstTouched, place)
  }

  /// Ends an event: adds it, its squares and the products of its coarse bins to the spectrum.
  ///
  /// Also an event without any track is to be closed, for it counts in the mean.
  package mutating func closeEvent() {
    if firstTouched <= lastTouched {
      spectrum.add(&event, touched: firstTouched...lastTouched, coarse: &coarse)
    }
    spectrum.countEvent()
    firstTouched = event.count
    lastTouched = -1
  }

  /// The place of an energy: 0 below the range, i + 1 for bin i, count + 1 above it.
  ///
  /// The leading bits of the number lead to a place from which the right one is a step or two away.
  @inline(__always)
  private func place(of energy: Double) -> Int {
    guard energy >= edges[0] else { return 0 }
    // A particle of exactly the highest energy belongs to the last bin.
    let last = edges.count - 1
    guard energy < edges[last] else { return energy == edges[last] ? last : last + 1 }
    var place = guide[Self.key(energy) - firstKey]
    while energy >= edges[place] { place += 1 }
    return place
  }

  /// Exponent and five leading bits of the significand.
  private static func key(_ energy: Double) -> Int { Int(energy.bitPattern >> keyShift) }

  private static var keyShift: UInt64 { 47 }

  @inline(__always)
  private func lowerEdge(of place: Int) -> Double { place == 0 ? -.infinity : edges[place - 1] }
}
