// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Kinematics
import Numerics

/// Masses and momenta as hard as the tests can think of, drawn from a stream.
struct RandomConfigurations {
  var stream: RandomStream

  init(_ name: String) { stream = RandomStream(seed: 20_261, name: name) }

  /// A number whose logarithm is uniform.
  mutating func logUniform(_ low: Double, _ high: Double) -> Double {
    low * pow(high / low, stream.uniform())
  }

  /// Masses of a parent and of its daughters: massless, of many scales, near and at threshold.
  mutating func masses(daughters count: Int) -> (parent: Double, daughters: [Double]) {
    var daughters: [Double] = []
    for _ in 0..<count {
      switch stream.integer(below: 4) {
      case 0: daughters.append(0)
      case 1: daughters.append(0.00051099895)
      case 2: daughters.append(0.1056583755)
      default: daughters.append(logUniform(1e-6, 1e3))
      }
    }
    let sum = daughters.reduce(0, +)
    switch stream.integer(below: 5) {
    case 0 where sum > 0: return (sum, daughters)
    case 1 where sum > 0: return (sum * (1 + logUniform(1e-14, 1e-3)), daughters)
    case 2: return (sum + 1000, daughters)
    default: return (sum + logUniform(1e-6, 1e3), daughters)
    }
  }

  /// A momentum of a particle in a random direction: at rest, or up to gamma = 1e6.
  mutating func momentum(ofMass mass: Double) -> ThreeVector {
    let direction = Direction(isotropic: &stream)
    return stream.integer(below: 8) == 0 ? .zero : (mass * logUniform(1e-6, 1e6)) * direction
  }

  /// A vector of integers below 2^50, and one that differs from it by integers below a limit.
  mutating func nearlyParallelIntegers(within limit: Int) -> (SIMD3<Int>, SIMD3<Int>) {
    var a = SIMD3<Int>.zero
    var b = a
    for lane in 0..<3 {
      a[lane] = stream.integer(below: 1 << 50) - (1 << 49)
      b[lane] = a[lane] + stream.integer(below: 2 * limit) - limit
    }
    return (a, b)
  }
}

/// The vector product of integers without rounding.
func exactCross(_ a: SIMD3<Int>, _ b: SIMD3<Int>) -> [Int128] {
  func determinant(_ i: Int, _ j: Int) -> Int128 {
    Int128(a[i]) * Int128(b[j]) - Int128(a[j]) * Int128(b[i])
  }
  return [determinant(1, 2), determinant(2, 0), determinant(0, 1)]
}

extension ThreeVector {
  init(_ integers: SIMD3<Int>) {
    self.init(Double(integers.x), Double(integers.y), Double(integers.z))
  }
}

/// Kolmogorov's distance of a sample from the uniform distribution on 0 to 1, times sqrt(n).
///
/// Above 1.95 in one of 1000 cases.
func kolmogorov(_ sample: [Double]) -> Double {
  let n = Double(sample.count)
  var distance = 0.0
  for (index, value) in sample.sorted().enumerated() {
    distance = max(distance, value - Double(index) / n, Double(index + 1) / n - value)
  }
  return distance * n.squareRoot()
}
