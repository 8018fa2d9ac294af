// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import CReference
import Numerics

extension Contest {
  /// How many numbers a batch holds: they stay in the first cache.
  private static let batch = 1024

  /// Calls work once for each batch of a million numbers; returns one number of the last.
  private static func batches(_ work: (Int, inout [Double]) -> Void) -> Double {
    var numbers = [Double](repeating: 0, count: batch)
    for index in 0..<(count / batch) { work(index, &numbers) }
    return numbers[batch / 2]
  }

  /// Sums a million single draws.
  @inline(__always)
  private static func sum(_ draw: (inout RandomStream) -> Double) -> Double {
    var stream = RandomStream(seed: 1, name: "benchmark")
    var sum = 0.0
    for _ in 0..<count { sum += draw(&stream) }
    return sum
  }

  /// Uniform numbers against a plain Philox4x32-10 in C.
  static let uniform = Contest(
    title: "uniform doubles",
    entries: [
      Entry(name: "C, sum in a loop") { reference_philox_sum(0, count) },
      Entry(name: "C, fill a buffer") {
        batches { index, numbers in
          reference_philox_fill(UInt64(index * batch / 2), &numbers, batch)
        }
      },
      Entry(name: "RandomStream.uniform()") { sum { $0.uniform() } },
      Entry(name: "RandomStream.fill(uniform:)") {
        var stream = RandomStream(seed: 1, name: "benchmark")
        return batches { _, numbers in
          var span = numbers.mutableSpan
          stream.fill(uniform: &span)
        }
      },
    ])

  /// The other samplers, with the plain uniform in C as the measure.
  static let samplers = Contest(
    title: "samplers",
    entries: [
      Entry(name: "C, uniform, sum in a loop") { reference_philox_sum(0, count) },
      Entry(name: "exponential()") { sum { $0.exponential() } },
      Entry(name: "fill(exponential:)") {
        var stream = RandomStream(seed: 1, name: "benchmark")
        return batches { _, numbers in
          var span = numbers.mutableSpan
          stream.fill(exponential: &span)
        }
      },
      Entry(name: "normal()") { sum { $0.normal() } },
      Entry(name: "fill(normal:)") {
        var stream = RandomStream(seed: 1, name: "benchmark")
        return batches { _, numbers in
          var span = numbers.mutableSpan
          stream.fill(normal: &span)
        }
      },
      Entry(name: "integer(below: 1000)") { sum { Double($0.integer(below: 1000)) } },
      Entry(name: "direction()") { sum { $0.direction().z } },
      Entry(name: "split(track:), one uniform()") {
        let event = RandomStream(seed: 1, name: "benchmark")
        var sum = 0.0
        for index in 0..<count {
          var track = event.split(track: index)
          sum += track.uniform()
        }
        return sum
      },
      Entry(name: "AliasTable, 1000 weights") {
        guard let table = try? AliasTable(weights: (0..<1000).map { Double($0 % 17 + 1) }) else {
          return .nan
        }
        return sum { Double(table.draw(from: &$0)) }
      },
      Entry(name: "TabulatedDistribution, 1000 knots") {
        let knots = (0...1000).map(Double.init)
        let values = knots.map { 1 + Double(Int($0) % 17) }
        guard let table = try? TabulatedDistribution(knots: knots, values: values) else {
          return .nan
        }
        return sum { table.draw(from: &$0) }
      },
    ])

  /// Fills a histogram with a million weighted uniform numbers.
  private static func filled(_ axis: HistogramAxis?) -> Double {
    guard let axis else { return .nan }
    var histogram = Histogram(axis)
    var stream = RandomStream(seed: 1, name: "benchmark")
    for _ in 0..<count { histogram.fill(stream.uniform(), weight: 0.5) }
    return histogram.total.value
  }

  /// Filling of histograms, with the drawing of the number alone as the measure.
  static let histograms = Contest(
    title: "draw and fill 100 bins",
    entries: [
      Entry(name: "draw only") { sum { $0.uniform() } },
      Entry(name: "uniform bins") { filled(try? .uniform(bins: 100, from: 0, to: 1)) },
      Entry(name: "logarithmic bins") { filled(try? .logarithmic(bins: 100, from: 1e-3, to: 1)) },
      Entry(name: "variable bins") {
        filled(try? .variable(edges: (0...100).map { Double($0 * $0) / 1e4 }))
      },
    ])

  /// Arguments from 1e-6 to 20.
  private static let arguments = (0..<batch).map { 1e-6 + 20 * Double($0) / Double(batch) }

  /// e^x along a buffer against the C library.
  static let exponential = Contest(
    title: "exp along a buffer",
    entries: [
      Entry(name: "C library") {
        batches { _, numbers in reference_exp(arguments, &numbers, batch) }
      },
      Entry(name: "exp(_:into:)") {
        batches { _, numbers in
          var span = numbers.mutableSpan
          exp(arguments.span, into: &span)
        }
      },
    ])

  /// ln x along a buffer against the C library.
  static let logarithm = Contest(
    title: "log along a buffer",
    entries: [
      Entry(name: "C library") {
        batches { _, numbers in reference_log(arguments, &numbers, batch) }
      },
      Entry(name: "log(_:into:)") {
        batches { _, numbers in
          var span = numbers.mutableSpan
          log(arguments.span, into: &span)
        }
      },
    ])
}
