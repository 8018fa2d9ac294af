// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics
import Quantities

/// The energy bins of track-length spectra: fine and linear near the top, logarithmic below.
///
/// Two layers, the fine one exactly a division of the coarse one:
///
/// - Coarse bins, to print and compare: edges at 10 MeV times 10^(i/8), i of either sign, the first
///   and last cut at the ends of the range.
/// - Fine bins, to score and fold: coarse bins that reach above half the highest energy are divided
///   evenly in parts of at most a 400th of it, the others in four parts of equal ratio.
///
/// So for 10 MeV to 100 GeV, 32 coarse and 350 fine bins: 0.25 GeV wide above 42 GeV, 32 a decade
/// below. The edges come from square roots and products alone and have the same bits everywhere.
/// Energies are kinetic, in GeV.
package struct TrackLengthBinning: Hashable, Sendable {
  /// The fine bins.
  package let axis: HistogramAxis

  /// The edges of the fine bins in GeV, increasing.
  package let edges: [Double]

  /// The index in `edges` of every coarse edge, increasing, from 0 to the last.
  package let coarseStarts: [Int]

  /// Coarse bins a decade.
  package static let coarsePerDecade = 8

  /// Where coarse bins are aligned, in GeV.
  package static let alignment = 0.01

  /// Linear bins would make up this many over the whole range.
  private static let linearBins = 400.0

  /// Makes the bins of a range of kinetic energy, from a cutoff to the energy of the beam.
  /// - Throws: ``TrackLengthError`` unless 0 < lowest < highest, both within 1 eV to 1 EeV.
  package init(from lowest: Energy, to highest: Energy) throws(TrackLengthError) {
    let (low, high) = (lowest.gev, highest.gev)
    guard low >= 1e-9, low < high, high <= 1e9 else {
      throw TrackLengthError(lowest: lowest, highest: highest)
    }
    var edges = [low]
    var starts = [0]
    for upper in Self.coarseEdges(above: low, below: high) + [high] {
      edges += Self.division(from: edges[edges.count - 1], to: upper, top: high) + [upper]
      starts.append(edges.count - 1)
    }
    do {
      axis = try .variable(edges: edges)
    } catch {
      // Ends so close together that the divisions of a bin coincide.
      throw TrackLengthError(lowest: lowest, highest: highest)
    }
    self.edges = edges
    coarseStarts = starts
  }

  /// The number of fine bins.
  package var count: Int { edges.count - 1 }

  /// The number of coarse bins.
  package var coarseCount: Int { coarseStarts.count - 1 }

  /// The aligned edges strictly between two energies.
  private static func coarseEdges(above low: Double, below high: Double) -> [Double] {
    // 10^(1/2), 10^(1/4), 10^(1/8): square roots are rounded correctly on every processor.
    let half = 10.0.squareRoot()
    let quarter = half.squareRoot()
    let eighth = quarter.squareRoot()
    let decades: [Double] = [
      1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 0.01, 0.1, 1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8,
    ]
    var edges: [Double] = []
    for decade in decades {
      for index in 0..<coarsePerDecade {
        let edge =
          decade * (index & 4 != 0 ? half : 1) * (index & 2 != 0 ? quarter : 1)
          * (index & 1 != 0 ? eighth : 1)
        // An end that is an aligned edge up to rounding must not leave an empty bin beside it.
        if edge > low * (1 + 1e-12), edge < high * (1 - 1e-12) { edges.append(edge) }
      }
    }
    return edges
  }

  /// The fine edges strictly within a coarse bin.
  private static func division(from low: Double, to high: Double, top: Double) -> [Double] {
    if high > 0.5 * top {
      // A little less than rounding up: an exact multiple must not gain a part by rounding.
      let parts = max((linearBins * (high - low) / top - 1e-9).rounded(.up), 1)
      return stride(from: 1, to: parts, by: 1).map { low + (high - low) * ($0 / parts) }
    }
    let middle = (low * high).squareRoot()
    return [(low * middle).squareRoot(), middle, (middle * high).squareRoot()]
  }
}
