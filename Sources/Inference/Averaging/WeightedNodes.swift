// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Numerics

/// A density as places and weights: the average of f is the sum of weight times f(place).
struct WeightedNodes: Sendable {
  /// The places, ascending.
  var places: [Double]

  /// The weights of the places, zero or above; their sum is one.
  var weights: [Double]

  /// All weight at one place.
  init(certain place: Double) {
    places = [place]
    weights = [1]
  }

  /// Places with weights that are known up to a factor.
  init(_ places: [Double], relativeWeights: [Double]) {
    let sum = relativeWeights.reduce(0, +)
    self.places = places
    weights = relativeWeights.map { $0 / sum }
  }

  /// The density of the product with an independent number, ascending.
  func combined(with factor: WeightedNodes) -> WeightedNodes {
    guard factor.places != [1] else { return self }
    let pairs = zip(places, weights).flatMap { place, weight in
      zip(factor.places, factor.weights).map { (place * $0, weight * $1) }
    }.sorted { $0.0 < $1.0 }
    return WeightedNodes(pairs.map(\.0), relativeWeights: pairs.map(\.1))
  }

  /// The same density for the number times a factor.
  func scaled(by factor: Double) -> WeightedNodes {
    var result = self
    result.places = places.map { factor * $0 }
    return result
  }
}

extension UncertainValue {
  /// The density as nodes that are close enough to average Poisson probabilities of the number.
  ///
  /// The logarithm of a log-normal or gamma number x is smooth and falls fast on both sides: the
  /// trapezoidal rule in ln x converges exponentially. The cut Gaussian is not smooth at zero: a
  /// Gauss-Legendre rule from the cut, or 8.7 deviations below the mean, to as many above. A
  /// Poisson probability of n events varies over a fraction 1/sqrt(n) of its mean, which the
  /// spacing resolves.
  ///
  /// - Error: averages of Poisson probabilities to 1e-12 of the largest one.
  /// - Parameter counts: the largest count n that probabilities are asked for.
  /// - Returns: the nodes; one of them for a number known exactly.
  /// - Source: Trefethen2014trapezoidal, trapezoidal rule on the real line
  func nodes(resolving counts: Int) -> WeightedNodes {
    guard isUncertain else { return WeightedNodes(certain: value) }
    switch shape {
    case .gauss: return gaussNodes(resolving: counts)
    case .gamma: return gammaNodes(resolving: counts)
    case .logNormal: return logNormalNodes(resolving: counts)
    }
  }

  /// A value that the number exceeds with a negligible probability.
  func practicallyLargest(leaving tail: Double) -> Double {
    let nodes = nodes(resolving: 0)
    var above = 0.0
    for (place, weight) in zip(nodes.places, nodes.weights).reversed() {
      above += weight
      if above > tail { return place }
    }
    return value
  }

  private func logNormalNodes(resolving counts: Int) -> WeightedNodes {
    let logKappa = log1p(relativeError)
    let narrowest = 1 / (1 + logKappa * logKappa * Double(counts + 4)).squareRoot()
    let step = 0.55 * narrowest
    let half = Int((9 / step).rounded(.up))
    let deviations = (-half...half).map { step * Double($0) }
    return WeightedNodes(
      deviations.map { value * exp(logKappa * $0) },
      relativeWeights: deviations.map { exp(-0.5 * $0 * $0) })
  }

  private func gammaNodes(resolving counts: Int) -> WeightedNodes {
    let gammaShape = 1 / (relativeError * relativeError)
    let step = min(0.25, 0.55 / (gammaShape + Double(counts + 4)).squareRoot())
    func logDensity(_ u: Double) -> Double { gammaShape * (u - expm1(u)) }
    var first = 0
    while logDensity(step * Double(first)) > -42 { first -= 1 }
    var last = 0
    while logDensity(step * Double(last)) > -42 { last += 1 }
    let logarithms = (first...last).map { step * Double($0) }
    return WeightedNodes(
      logarithms.map { value * exp($0) }, relativeWeights: logarithms.map { exp(logDensity($0)) })
  }

  private func gaussNodes(resolving counts: Int) -> WeightedNodes {
    let lower = max(0, value - 8.7 * error)
    let upper = value + 8.7 * error
    let poissonWidth = upper / Double(counts + 1).squareRoot()
    let narrowest = 1 / (1 / (error * error) + 1 / (poissonWidth * poissonWidth)).squareRoot()
    let points = 16 + 2.2 * (upper - lower) / narrowest
    let rule = LegendreRules.covering(points: points)
    let panels = Int((points / Double(rule.nodes.count)).rounded(.up))
    let half = 0.5 * (upper - lower) / Double(panels)
    var places: [Double] = []
    var weights: [Double] = []
    for panel in 0..<panels {
      let centre = lower + half * Double(2 * panel + 1)
      for (node, weight) in zip(rule.nodes, rule.weights) {
        let place = centre + half * node
        let deviation = (place - value) / error
        places.append(place)
        weights.append(weight * exp(-0.5 * deviation * deviation))
      }
    }
    return WeightedNodes(places, relativeWeights: weights)
  }
}

/// Gauss-Legendre rules made once, since making one costs more than using it.
enum LegendreRules {
  /// Rules of 16 points and more, ascending.
  static let prepared: [GaussLegendreRule] = [16, 32, 48, 64, 80, 96, 128, 256, 512]
    .compactMap { try? GaussLegendreRule(points: $0) }

  /// The smallest rule of at least so many points, or the largest there is.
  static func covering(points: Double) -> GaussLegendreRule {
    let index = prepared.firstIndex { Double($0.nodes.count) >= points }
    return prepared[index ?? prepared.count - 1]
  }
}
