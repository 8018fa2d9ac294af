// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics

extension TrackLengthSpectrum {
  /// The fine bins with their means and errors.
  package var fineBins: [TrackLengthBin] {
    (0..<binning.count).map { bin in
      TrackLengthBin(
        low: binning.edges[bin], high: binning.edges[bin + 1], length: mean(sums[bin + 1]),
        error: error(sum: sums[bin + 1], squares: squares[bin + 1]))
    }
  }

  /// The coarse bins, eight a decade, with their means and errors.
  package var coarseBins: [TrackLengthBin] {
    (0..<binning.coarseCount).map { group in
      let bins = binning.coarseStarts[group]..<binning.coarseStarts[group + 1]
      let sum = bins.reduce(0) { $0 + sums[$1 + 1] }
      return TrackLengthBin(
        low: binning.edges[bins.lowerBound], high: binning.edges[bins.upperBound],
        length: mean(sum), error: error(sum: sum, squares: products[group * (group + 3) / 2]))
    }
  }

  /// The spectrum in other bins, its density taken as even within every fine bin.
  ///
  /// Lengths add up to what they were, to rounding; what lies outside the new bins is left out. The
  /// errors add up as if neighbouring fine bins rose and fell together: they are never too small, and
  /// up to the root of the number of fine bins too large. ``coarseBins`` have the true ones.
  package func rebinned(to axis: HistogramAxis) -> [TrackLengthBin] {
    let fine = fineBins
    let edges = axis.edges
    var first = 0
    return (0..<axis.count).map { index in
      let (low, high) = (edges[index], edges[index + 1])
      while first < fine.count, fine[first].high <= low { first += 1 }
      var (length, error) = (0.0, 0.0)
      var bin = first
      while bin < fine.count, fine[bin].low < high {
        let overlap = min(fine[bin].high, high) - max(fine[bin].low, low)
        let share = overlap / (fine[bin].high - fine[bin].low)
        length += share * fine[bin].length
        error += share == 0 ? 0 : share * fine[bin].error
        bin += 1
      }
      return TrackLengthBin(low: low, high: high, length: length, error: error)
    }
  }

  /// The track length per event of all energies, within the range and outside it.
  package var totalLength: Double { mean(sums.reduce(0, +)) }

  /// The track length per event below the lowest edge.
  package var lengthBelowRange: Double { mean(sums[0]) }

  /// The track length per event above the highest edge.
  package var lengthAboveRange: Double { mean(sums[binning.count + 1]) }

  /// The track length per event above an energy in GeV; the bin that holds it counts in part.
  ///
  /// What lies below the range has no known energy and is left out.
  package func length(above energy: Double) -> Double {
    var sum = sums[binning.count + 1]
    for bin in (0..<binning.count).reversed() {
      let (low, high) = (binning.edges[bin], binning.edges[bin + 1])
      guard energy < high else { break }
      sum += sums[bin + 1] * (energy > low ? (high - energy) / (high - low) : 1)
    }
    return mean(sum)
  }

  /// A sum over events, per event; 0 without events.
  func mean(_ sum: Double) -> Double { events > 0 ? sum / Double(events) : 0 }

  /// The standard deviation of the mean, sqrt[(<x^2> - <x>^2) / (n - 1)], infinite for n < 2.
  /// - Source: Barlow1989statistics, section 5.2 (error of a mean)
  func error(sum: Double, squares: Double) -> Double {
    covariance(sum, sum, product: squares).squareRoot()
  }

  /// The covariance of two means over events, the variance if they are one and the same.
  func covariance(_ first: Double, _ second: Double, product: Double) -> Double {
    guard events > 1 else { return .infinity }
    let n = Double(events)
    let covariance = (product / n - (first / n) * (second / n)) / (n - 1)
    // Equal events leave the rounding of a difference that should be zero.
    return max(covariance, first == second ? 0 : -.infinity)
  }
}
