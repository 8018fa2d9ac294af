// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics

extension TrackLengthSpectrum {
  /// The integral of dL/dE times a function of energy, per event, from a threshold upwards.
  ///
  ///     F = Int_threshold f(E) dL/dE dE
  ///
  /// In every bin three Gauss-Legendre points: exact for an even density and polynomials f up to
  /// degree 5. The bin that holds the threshold is integrated from there. A function with a peak
  /// narrower than a bin is to be averaged over it first.
  ///
  /// The error is the standard deviation from event to event. It knows the correlation of coarse
  /// bins; within one it takes the fine bins as rising and falling together.
  ///
  /// - Parameters:
  ///   - threshold: a kinetic energy in GeV below which f counts as 0.
  ///   - function: f of the kinetic energy in GeV, such as a probability per unit of length.
  /// - Returns: F and its error, infinite for fewer than two events; energies outside the range of
  ///   the spectrum do not contribute.
  /// - Throws: what the function throws.
  /// - Source: AbramowitzStegun1964, equation 25.4.29 and table 25.4, n = 3
  @inlinable
  package func fold<Failure: Error>(
    above threshold: Double = 0, _ function: (Double) throws(Failure) -> Double
  ) throws(Failure) -> Estimate {
    let edges = binning.edges
    var contributions = [Double](repeating: 0, count: binning.count)
    for bin in contributions.indices where edges[bin + 1] > threshold {
      let sum = sum(ofBin: bin)
      guard sum != 0 else { continue }
      let low = max(edges[bin], threshold)
      let half = 0.5 * (edges[bin + 1] - low)
      let middle = low + half
      // sqrt(3/5), with weights 5/18, 8/18, 5/18.
      let offset = 0.7745966692414834 * half
      let outer = try function(middle - offset) + function(middle + offset)
      let average = (5 * outer + 8 * (try function(middle))) / 18
      contributions[bin] = sum * average * (2 * half / (edges[bin + 1] - edges[bin]))
    }
    return estimate(contributions: contributions)
  }

  /// The sum of lengths over events in a fine bin.
  @usableFromInline
  package func sum(ofBin bin: Int) -> Double { sums[bin + 1] }

  /// The mean over events of a sum of contributions of fine bins, with its error.
  @usableFromInline
  package func estimate(contributions: [Double]) -> Estimate {
    let starts = binning.coarseStarts
    var coarseSums = [Double](repeating: 0, count: binning.coarseCount)
    var ratios = coarseSums
    var total = 0.0
    for group in coarseSums.indices {
      var contribution = 0.0
      for bin in starts[group]..<starts[group + 1] {
        contribution += contributions[bin]
        coarseSums[group] += sums[bin + 1]
      }
      total += contribution
      ratios[group] = coarseSums[group] == 0 ? 0 : contribution / coarseSums[group]
    }
    guard events > 1 else { return Estimate(value: mean(total), error: .infinity) }
    var variance = 0.0
    for group in coarseSums.indices where ratios[group] != 0 {
      for other in 0...group where ratios[other] != 0 {
        let product = products[group * (group + 1) / 2 + other]
        let covariance = covariance(coarseSums[group], coarseSums[other], product: product)
        variance += (group == other ? 1 : 2) * ratios[group] * ratios[other] * covariance
      }
    }
    return Estimate(value: mean(total), error: max(variance, 0).squareRoot())
  }
}
