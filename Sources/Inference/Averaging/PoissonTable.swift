// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// Tables of Poisson probabilities by recurrence.
enum PoissonTable {
  /// Below this mean e^-mean is far from underflow.
  static let largestDirectMean = 600.0

  /// Adds Poisson probabilities, weight * m^j e^-m / j!, to the entries j of a table.
  ///
  /// The recurrence p(j+1) = p(j) m / (j+1) starts at zero or, where e^-m would underflow, at the
  /// entry next to the mean. Error: 1e-15 times the number of steps, and for large means
  /// 1e-16 m ln m.
  /// - Parameters:
  ///   - mean: the mean m, zero or above.
  ///   - weight: what to multiply with.
  ///   - table: where to add.
  static func add(mean: Double, weight: Double, to table: inout [Double]) {
    guard mean > largestDirectMean else {
      var probability = weight * exp(-mean)
      for j in table.indices {
        table[j] += probability
        probability *= mean / Double(j + 1)
      }
      return
    }
    let start = min(table.count - 1, Int(mean))
    let atStart = weight * exp(logProbability(of: start, mean: mean))
    table[start] += atStart
    var probability = atStart
    for j in stride(from: start - 1, through: 0, by: -1) {
      probability *= Double(j + 1) / mean
      table[j] += probability
    }
    probability = atStart
    for j in start + 1..<max(table.count, start + 1) {
      probability *= mean / Double(j)
      table[j] += probability
    }
  }

  /// The logarithm of a Poisson probability, for a positive mean.
  static func logProbability(of count: Int, mean: Double) -> Double {
    Double(count) * log(mean) - mean - lgamma(Double(count) + 1)
  }

  /// The probabilities of the counts 0 to `count` of a Poisson number.
  static func probabilities(mean: Double, upTo count: Int) -> [Double] {
    var table = [Double](repeating: 0, count: count + 1)
    add(mean: mean, weight: 1, to: &table)
    return table
  }

  /// The probabilities of the counts 0 to `count` of a Poisson number whose mean is uncertain.
  ///
  /// A gamma mean of shape k and rate t gives the negative binomial distribution
  /// p(0) = (t/(1+t))^k, p(j+1) = p(j) (k+j) / ((j+1) (1+t)); other shapes are summed over nodes.
  /// - Parameters:
  ///   - mean: the mean and its error.
  ///   - factor: a factor on the mean.
  ///   - count: the last count of the table.
  /// - Returns: the averaged probabilities.
  static func probabilities(
    mean: UncertainValue, times factor: Double, upTo count: Int
  ) -> [Double] {
    guard mean.isUncertain else { return probabilities(mean: factor * mean.value, upTo: count) }
    if mean.shape == .gamma {
      let relative = mean.relativeError
      return negativeBinomial(
        shape: 1 / (relative * relative), mean: factor * mean.value, upTo: count)
    }
    var table = [Double](repeating: 0, count: count + 1)
    let nodes = mean.nodes(resolving: count)
    for (place, weight) in zip(nodes.places, nodes.weights) {
      add(mean: factor * place, weight: weight, to: &table)
    }
    return table
  }

  /// The gamma average of Poisson probabilities in closed form.
  private static func negativeBinomial(
    shape: Double, mean: Double, upTo count: Int
  ) -> [Double] {
    let rate = shape / mean
    let logStart = -shape * log1p(1 / rate)
    var table = [Double](repeating: 0, count: count + 1)
    var start = 0
    var atStart = exp(logStart)
    if logStart < -largestDirectMean {
      start = min(count, Int(mean))
      atStart = exp(
        logStart + lgamma(shape + Double(start)) - lgamma(shape) - lgamma(Double(start) + 1)
          - Double(start) * log1p(rate))
    }
    table[start] = atStart
    for j in stride(from: start - 1, through: 0, by: -1) {
      table[j] = table[j + 1] * Double(j + 1) * (1 + rate) / (shape + Double(j))
    }
    for j in start..<max(count, start) {
      table[j + 1] = table[j] * (shape + Double(j)) / (Double(j + 1) * (1 + rate))
    }
    return table
  }
}
