// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Numerics

/// The counts of one bin, averaged over its own uncertainties.
///
/// Signal and background events arrive independently, so the count is a sum N = S + B of two
/// averaged Poisson numbers. The distribution of B is a table that does not depend on the signal
/// strength; only S is computed anew for each, four values of the efficiency at a time.
struct AveragedBin: Sendable {
  /// The probabilities of background counts from zero to the capacity.
  let background: [Double]

  /// The density of the efficiency.
  let efficiency: WeightedNodes

  /// The places of the efficiency in fours, filled up to a multiple of sixteen places.
  private let places: [SIMD4<Double>]

  /// Their weights; fillers have none.
  private let weights: [SIMD4<Double>]

  /// So many first entries of the background matter at all.
  private let reach: Int

  /// Probabilities below it are as good as none.
  private static let negligible = 1e-30

  /// Averages the background of a bin.
  /// - Parameters:
  ///   - bin: the bin.
  ///   - backgroundFactor: the common factor on the background.
  ///   - capacity: the largest count that will be asked for.
  init(_ bin: CountingBin, backgroundFactor: Double = 1, capacity: Int) {
    self.init(
      background: PoissonTable.probabilities(
        mean: bin.background, times: backgroundFactor, upTo: capacity),
      efficiency: bin.efficiency.nodes(resolving: capacity))
  }

  private init(background: [Double], efficiency: WeightedNodes) {
    self.background = background
    self.efficiency = efficiency
    places = efficiency.places.inFours(filler: efficiency.places[0])
    weights = efficiency.weights.inFours(filler: 0)
    reach = 1 + (background.lastIndex { $0 > Self.negligible } ?? 0)
  }

  /// The bin with another common factor on its efficiency.
  func scaled(by factor: Double) -> AveragedBin {
    factor == 1
      ? self : AveragedBin(background: background, efficiency: efficiency.scaled(by: factor))
  }

  /// P(N <= n) for a signal strength.
  func cumulative(upTo count: Int, signal: Double) -> Double {
    var total = 0.0
    for group in 0..<(efficiency.places.count + 3) / 4 {
      let mean = signal * places[group]
      guard mean.max() <= PoissonTable.largestDirectMean else {
        return probabilities(upTo: count, signal: signal).reduce(0, +)
      }
      var probability = exp(-mean)
      var soFar = probability
      var part = background[count] * soFar
      for k in 0..<count {
        probability *= mean * Reciprocals[k + 1]
        soFar += probability
        part += background[count - k - 1] * soFar
      }
      total += (weights[group] * part).sum()
    }
    return total
  }

  /// P(N = n) for a signal strength.
  func probability(of count: Int, signal: Double) -> Double {
    guard signal > 0 else { return background[count] }
    let first = max(0, count - reach + 1)
    guard signal * (efficiency.places.last ?? 0) <= PoissonTable.largestDirectMean else {
      return probabilities(upTo: count, signal: signal)[count]
    }
    let events = events(from: first, through: count, signal: signal)
    var total = 0.0
    for k in first...count { total += background[count - k] * events[k - first] }
    return total
  }

  /// The probabilities of N = 0, 1, ..., n for a signal strength.
  func probabilities(upTo count: Int, signal: Double) -> [Double] {
    guard signal > 0 else { return Array(background[...count]) }
    guard signal * (efficiency.places.last ?? 0) <= PoissonTable.largestDirectMean else {
      var events = [Double](repeating: 0, count: count + 1)
      for (place, weight) in zip(efficiency.places, efficiency.weights) {
        PoissonTable.add(mean: signal * place, weight: weight, to: &events)
      }
      return events.convolved(with: background)
    }
    return events(from: 0, through: count, signal: signal)
      .convolved(with: Array(background[..<min(reach, count + 1)]))
  }

  /// The averaged probabilities of a run of signal counts; largest means far from underflow.
  ///
  /// With the largest mean M of sixteen places, w m^k e^-m / k! = w e^-m (m/M)^k * M^k / k!, whose
  /// last factor is common to them: one product a place is left. Sixteen go through the counts
  /// together, since one alone would wait for each product, and end where M leaves no more than
  /// what is negligible. Below ``PoissonTable/largestDirectMean`` no factor overflows.
  private func events(from first: Int, through last: Int, signal: Double) -> [Double] {
    var events = [Double](repeating: 0, count: last - first + 1)
    for group in stride(from: 0, to: places.count, by: 4) {
      let means = (0..<4).map { signal * places[group + $0] }
      let largest = means.reduce(Double.leastNormalMagnitude) { max($0, $1.max()) }
      let end = min(last, Self.lastCount(mean: largest))
      guard end >= first else { continue }
      var a = weights[group] * exp(-means[0])
      var b = weights[group + 1] * exp(-means[1])
      var c = weights[group + 2] * exp(-means[2])
      var d = weights[group + 3] * exp(-means[3])
      let (ratioA, ratioB) = (means[0] / largest, means[1] / largest)
      let (ratioC, ratioD) = (means[2] / largest, means[3] / largest)
      var common = 1.0
      for k in 0...end {
        if k >= first { events[k - first] += common * ((a + b) + (c + d)).sum() }
        common *= largest / Double(k + 1)
        a *= ratioA
        b *= ratioB
        c *= ratioC
        d *= ratioD
      }
    }
    return events
  }

  /// A count beyond which a Poisson number of this mean has a negligible probability: Bernstein's
  /// bound P(N >= m + x) <= exp(-x^2 / (2 m + 2 x/3)).
  private static func lastCount(mean: Double) -> Int {
    let exponent = -log(negligible)
    let third = exponent / 3
    let square = third * third + 2 * exponent * mean
    return Int(mean + third + square.squareRoot()) + 1
  }
}

/// 1/k, looked up for small k: a division in a chain of products costs more than all the rest.
enum Reciprocals {
  private static let table: [Double] = [0] + (1..<1024).map { 1 / Double($0) }

  /// 1/k for k of one or above.
  @inline(__always)
  static subscript(k: Int) -> Double { k < 1024 ? table[k] : 1 / Double(k) }
}

extension [Double] {
  /// The numbers in fours, filled up to a multiple of sixteen.
  func inFours(filler: Double) -> [SIMD4<Double>] {
    stride(from: 0, to: (count + 15) / 16 * 16, by: 4).map { start in
      var group = SIMD4(repeating: filler)
      for lane in 0..<Swift.max(0, Swift.min(4, count - start)) { group[lane] = self[start + lane] }
      return group
    }
  }

  /// The distribution of the sum of two independent counts, as far as this table goes.
  func convolved(with other: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: count)
    for (index, factor) in enumerated() where factor != 0 {
      result.add(factor, times: other, from: index)
    }
    return result
  }

  /// Adds a multiple of other numbers to those from an index on, as far as both go.
  mutating func add(_ factor: Double, times other: [Double], from start: Int = 0) {
    // Plain buffers, for a check of every index keeps the compiler from vectors.
    withUnsafeMutableBufferPointer { numbers in
      other.withUnsafeBufferPointer { other in
        let numbers = UnsafeMutableBufferPointer(rebasing: numbers[start...])
        for j in 0..<Swift.min(other.count, numbers.count) { numbers[j] += factor * other[j] }
      }
    }
  }
}
