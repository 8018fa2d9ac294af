// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics
import Testing

@Suite("Histograms over a plane")
struct Histogram2DTests {
  static func empty() throws -> Histogram2D {
    Histogram2D(
      try .uniform(bins: 3, from: 0, to: 3), try .logarithmic(bins: 2, from: 1, to: 100))
  }

  @Test("put each point into its bin or one of the eight margins")
  func places() throws {
    for (x, xBin) in [(-1.0, -1), (0, 0), (1.5, 1), (2.5, 2), (3, 3)] {
      for (y, yBin) in [(0.5, -1), (1, 0), (50, 1), (.infinity, 2)] {
        var histogram = try Self.empty()
        histogram.fill(x, y, weight: 3)
        for column in -1...3 {
          for row in -1...2 {
            let isHere = column == xBin && row == yBin
            #expect(histogram[column, row].value == (isHere ? 3 : 0))
            #expect(histogram[column, row].error == (isHere ? 3 : 0))
          }
        }
        let isInside = (0..<3).contains(xBin) && (0..<2).contains(yBin)
        #expect(histogram.total.value == (isInside ? 3 : 0))
      }
    }
  }

  @Test("count NaN in either value or weight apart")
  func undefined() throws {
    var histogram = try Self.empty()
    histogram.fill(.nan, 2)
    histogram.fill(1, .nan)
    histogram.fill(1, 2, weight: .nan)
    histogram.fill(1, 2)
    #expect(histogram.undefinedEntries == 3)
    #expect(histogram.entries == 1)
    #expect(histogram.total.value == 1)
  }

  @Test("have the means, rms and covariance of the points within the axes")
  func moments() throws {
    var histogram = try Self.empty()
    #expect(histogram.mean == nil && histogram.rms == nil && histogram.covariance == nil)
    histogram.fill(1, 10, weight: 1)
    histogram.fill(2, 40, weight: 2)
    histogram.fill(-5, 10, weight: 100)
    #expect(histogram.total.value == 3)
    let mean = try #require(histogram.mean)
    #expect(abs(mean.x - 5.0 / 3) < 1e-15 && abs(mean.y - 30) < 1e-14)
    let rms = try #require(histogram.rms)
    #expect(abs(rms.x - 2.0.squareRoot() / 3) < 1e-15)
    #expect(abs(rms.y - 200.0.squareRoot()) < 1e-13)
    // The points lie on a line.
    #expect(abs((histogram.covariance ?? 0) - rms.x * rms.y) < 1e-13)
    #expect(histogram.density(in: 2, 1).value == 2 / (1 * histogram.yAxis.width(of: 1)))
  }

  @Test("filled in parts and merged equal those filled at once")
  func merge() throws {
    var parts = try (0..<4).map { _ in try Self.empty() }
    var whole = try Self.empty()
    var stream = RandomStream(seed: 1, name: "plane")
    for index in 0..<4000 {
      let x = Double(stream.integer(below: 64)) / 16 - 0.5
      let y = Double(stream.integer(below: 256)) / 2
      let weight = Double(stream.integer(below: 16)) / 4 - 1
      parts[index % 4].fill(x, y, weight: weight)
      whole.fill(x, y, weight: weight)
    }
    var sum = try Self.empty()
    for part in parts { try sum.merge(part) }
    #expect(sum == whole)
    sum.scale(by: 2)
    #expect(sum[1, 1].value == 2 * whole[1, 1].value)
    #expect(sum[1, 1].error == 2 * whole[1, 1].error)
    #expect(sum.mean == whole.mean && sum.covariance == whole.covariance)
  }

  @Test("of different axes do not merge")
  func differentAxes() throws {
    var first = try Self.empty()
    let (x, y) = (first.xAxis, first.yAxis)
    #expect(throws: HistogramError.self) { try first.merge(Histogram2D(y, y)) }
    #expect(throws: HistogramError.self) { try first.merge(Histogram2D(x, x)) }
    #expect(throws: Never.self) { try first.merge(Histogram2D(x, y)) }
  }
}
