// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics
import Testing

@Suite("Histograms along one axis")
struct HistogramTests {
  /// A histogram with weights of both signs and values in and out of the axis.
  static func random(seed: UInt64, fills: Int, dyadic: Bool = false) throws -> Histogram {
    var histogram = Histogram(try .uniform(bins: 20, from: -2, to: 3))
    var stream = RandomStream(seed: seed, name: "histogram")
    for _ in 0..<fills {
      let x = dyadic ? Double(stream.integer(below: 1024)) / 128 - 4 : 2 * stream.normal()
      let weight = dyadic ? Double(stream.integer(below: 256)) / 64 - 1 : stream.normal()
      histogram.fill(x, weight: weight)
    }
    return histogram
  }

  @Test("count each fill once, in its bin, below, above, or as undefined")
  func places() throws {
    var histogram = Histogram(try .variable(edges: [0, 1, 10]))
    for x in [-1, -.infinity, 0, 0.5, 1, 9.99, 10, .infinity, .nan] { histogram.fill(x) }
    histogram.fill(0.5, weight: .nan)
    histogram.fill(0.5, weight: .infinity)
    #expect(histogram.underflow.value == 2)
    #expect(histogram[0].value == 2)
    #expect(histogram[1].value == 2)
    #expect(histogram.overflow.value == 2)
    #expect(histogram.entries == 8)
    #expect(histogram.undefinedEntries == 3)
    #expect(histogram.total.value == 4)
  }

  @Test("have errors that are the roots of the sums of squared weights")
  func errors() throws {
    var histogram = Histogram(try .uniform(bins: 2, from: 0, to: 2))
    for weight in [3.0, -4, 12] { histogram.fill(0.5, weight: weight) }
    for _ in 0..<16 { histogram.fill(1.5) }
    #expect(histogram[0].value == 11)
    #expect(histogram[0].error == 13)
    #expect(histogram[1].error == 4)
    // The square of the sum of weights over the sum of their squares, 27^2 / (169 + 16).
    #expect(histogram.effectiveEntries == 729.0 / 185)
  }

  @Test("have errors that are the scatter of their contents over repetitions")
  func scatter() throws {
    // Poisson many fills with weights of mean 1 and mean square 2 into one of four bins.
    var stream = RandomStream(seed: 1, name: "scatter")
    let axis = try HistogramAxis.uniform(bins: 4, from: 0, to: 1)
    var sum = 0.0
    var squares = 0.0
    var errors = 0.0
    let repetitions = 4000
    for _ in 0..<repetitions {
      var histogram = Histogram(axis)
      var time = stream.exponential()
      while time < 400 {
        histogram.fill(stream.uniform(), weight: stream.exponential())
        time += stream.exponential()
      }
      sum += histogram[1].value
      squares += histogram[1].value * histogram[1].value
      errors += histogram[1].squaredWeights
    }
    let n = Double(repetitions)
    let variance = squares / n - (sum / n) * (sum / n)
    // The variance is known to sqrt(2 / n) = 2.2%; five times that.
    #expect(abs(variance / (errors / n) - 1) < 5 * (2 / n).squareRoot())
    #expect(abs(errors / n - 200) < 2)
  }

  @Test("have the mean and rms of the values, not of the bin centres")
  func moments() throws {
    var histogram = Histogram(try .uniform(bins: 1, from: 0, to: 10))
    #expect(histogram.mean == nil && histogram.rms == nil && histogram.meanError == nil)
    histogram.fill(1, weight: 2)
    #expect(histogram.mean == 1)
    #expect(histogram.rms == 0)
    histogram.fill(4, weight: 1)
    histogram.fill(1e9)
    #expect(histogram.mean == 2)
    #expect(histogram.rms == 2.0.squareRoot())
    // Weights 2 and 1 are worth 9/5 entries.
    #expect(abs((histogram.meanError ?? 0) - (2 / 1.8).squareRoot()) < 1e-15)
  }

  @Test("lose no digits of a narrow distribution far from zero")
  func narrow() throws {
    var histogram = Histogram(try .uniform(bins: 10, from: 1e6, to: 1e6 + 1))
    var stream = RandomStream(seed: 2, name: "narrow")
    let values = (0..<10_000).map { _ in 1e6 + 0.5 + 1e-4 * stream.normal() }
    for x in values { histogram.fill(x) }
    let mean = values.reduce(0) { $0 + ($1 - 1e6) } / 1e4
    let variance = values.reduce(0) { $0 + ($1 - 1e6 - mean) * ($1 - 1e6 - mean) } / 1e4
    #expect(abs((histogram.mean ?? 0) - (1e6 + mean)) < 2e-10)
    #expect(abs((histogram.rms ?? 0) / variance.squareRoot() - 1) < 1e-10)
  }

  @Test("filled in parts equal those filled at once, exactly for weights without rounding")
  func fillAndMerge() throws {
    let parts = try (1...4).map { try Self.random(seed: $0, fills: 500, dyadic: true) }
    var whole = parts[0]
    for part in parts.dropFirst() { try whole.merge(part) }
    var pairs = parts[2]
    try pairs.merge(parts[3])
    var left = parts[0]
    try left.merge(parts[1])
    try left.merge(pairs)
    #expect(left == whole)
    // Other order of merging.
    var reversed = parts[3]
    for part in parts.reversed().dropFirst() { try reversed.merge(part) }
    #expect(reversed == whole)
    #expect(whole.entries == 2000)
    // One histogram with all fills.
    var single = Histogram(whole.axis)
    for seed in 1...4 as ClosedRange<UInt64> {
      var stream = RandomStream(seed: seed, name: "histogram")
      for _ in 0..<500 {
        let x = Double(stream.integer(below: 1024)) / 128 - 4
        single.fill(x, weight: Double(stream.integer(below: 256)) / 64 - 1)
      }
    }
    #expect(single == whole)
  }

  @Test("merged in one order give the same bytes; in another agree to rounding")
  func mergeOrder() throws {
    let parts = try (1...5).map { try Self.random(seed: $0, fills: 300) }
    func merged(_ parts: [Histogram]) throws -> Histogram {
      var sum = Histogram(parts[0].axis)
      for part in parts { try sum.merge(part) }
      return sum
    }
    let forward = try merged(parts)
    #expect(try merged(parts) == forward)
    let backward = try merged(parts.reversed())
    for bin in 0..<forward.axis.count {
      #expect(abs(forward[bin].value - backward[bin].value) <= forward[bin].value.ulp)
      #expect(abs(forward[bin].error / backward[bin].error - 1) < 1e-14)
    }
    let means = (forward.mean ?? 0, backward.mean ?? 1)
    #expect(abs(means.0 - means.1) < 1e-13)
  }

  @Test("of different axes do not merge, and say so")
  func differentAxes() throws {
    var first = Histogram(try .uniform(bins: 2, from: 0, to: 1))
    let second = Histogram(try .logarithmic(bins: 3, from: 1, to: 8))
    let before = first
    let error = #expect(throws: HistogramError.self) { try first.merge(second) }
    #expect(
      error?.description == "histograms of different axes (2 uniform bins from 0.0 to 1.0 against "
        + "3 logarithmic bins from 1.0 to 8.0) merge histograms made from one axis")
    #expect(first == before)
  }

  @Test("scale contents and errors alike, and leave mean and rms")
  func scale() throws {
    let histogram = try Self.random(seed: 7, fills: 1000)
    var scaled = histogram
    scaled.scale(by: -4)
    for bin in 0..<20 {
      #expect(scaled[bin].value == -4 * histogram[bin].value)
      #expect(scaled[bin].error == 4 * histogram[bin].error)
    }
    #expect(scaled.mean == histogram.mean)
    #expect(scaled.rms == histogram.rms)
    #expect(scaled.entries == histogram.entries)
    #expect(scaled.effectiveEntries == histogram.effectiveEntries)
  }

  @Test("integrate to their content, bin by bin and along the cumulative sums")
  func distribution() throws {
    var histogram = Histogram(try .variable(edges: [0, 1, 3, 7]))
    for (x, weight) in [(0.5, 1.0), (2, 4), (5, 3), (-1, 100), (8, 100)] {
      histogram.fill(x, weight: weight)
    }
    #expect(histogram.cumulative == [0, 1, 5, 8])
    #expect(histogram.density(in: 1).value == 2)
    #expect(histogram.density(in: 1).error == 2)
    #expect(histogram.density(in: 2).value == 0.75)
    #expect(histogram.quantile(0) == 0)
    #expect(histogram.quantile(0.125) == 1)
    #expect(histogram.quantile(0.375) == 2)
    #expect(histogram.quantile(0.625) == 3)
    #expect(histogram.quantile(1) == 7)
  }

  @Test("have no quantiles when empty or negative, and skip empty bins")
  func quantiles() throws {
    var histogram = Histogram(try .uniform(bins: 4, from: 0, to: 4))
    #expect(histogram.quantile(0.5) == nil)
    histogram.fill(1.5)
    #expect(histogram.quantile(0) == 1)
    #expect(histogram.quantile(0.5) == 1.5)
    #expect(histogram.quantile(1) == 2)
    histogram.fill(3.5, weight: -0.5)
    #expect(histogram.quantile(0.5) == nil)
  }
}
