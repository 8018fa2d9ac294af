// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Foundation

/// Squared amplitudes from explicit Dirac matrices: an independent path to the widths.
struct DiracTrace {
  typealias Matrix = [[ComplexNumber]]

  /// The four gamma matrices in the Dirac representation.
  static let gamma: [Matrix] = {
    let i = ComplexNumber(0, 1)
    let one = ComplexNumber(1)
    let zero = ComplexNumber(0)
    func minus(_ z: ComplexNumber) -> ComplexNumber { -1 * z }
    let sigma: [Matrix] = [
      [[zero, one], [one, zero]], [[zero, minus(i)], [i, zero]],
      [[one, zero], [zero, minus(one)]],
    ]
    var all: [Matrix] = [
      (0..<4).map { row in
        (0..<4).map { $0 == row ? ComplexNumber(row < 2 ? 1 : -1) : zero }
      }
    ]
    for s in sigma {
      var matrix = Matrix(repeating: Array(repeating: zero, count: 4), count: 4)
      for a in 0..<2 {
        for b in 0..<2 {
          matrix[a][b + 2] = s[a][b]
          matrix[a + 2][b] = minus(s[a][b])
        }
      }
      all.append(matrix)
    }
    return all
  }()

  static let gamma5: Matrix = {
    let product = multiply(multiply(gamma[0], gamma[1]), multiply(gamma[2], gamma[3]))
    return scale(product, ComplexNumber(0, 1))
  }()

  static let identity = scale(multiply(gamma[0], gamma[0]), ComplexNumber(1))

  static func multiply(_ a: Matrix, _ b: Matrix) -> Matrix {
    (0..<4).map { i in
      (0..<4).map { j in (0..<4).reduce(ComplexNumber(0)) { $0 + a[i][$1] * b[$1][j] } }
    }
  }

  static func scale(_ a: Matrix, _ z: ComplexNumber) -> Matrix { a.map { $0.map { z * $0 } } }

  static func add(_ a: Matrix, _ b: Matrix) -> Matrix {
    zip(a, b).map { zip($0, $1).map { $0 + $1 } }
  }

  static func dagger(_ a: Matrix) -> Matrix {
    (0..<4).map { i in (0..<4).map { j in ComplexNumber(a[j][i].real, -a[j][i].imaginary) } }
  }

  /// pslash + m for a momentum (E, px, py, pz).
  static func slash(_ p: [Double], plus mass: Double) -> Matrix {
    let signs = [1.0, -1, -1, -1]
    var sum = scale(identity, ComplexNumber(mass))
    for mu in 0..<4 { sum = add(sum, scale(gamma[mu], ComplexNumber(signs[mu] * p[mu]))) }
    return sum
  }

  /// The width of a mediator at rest of mass M into two fermions, per g^2, from spin sums.
  ///
  /// p* / (8 pi M^2) times the squared amplitude, averaged over the mediator's polarisations.
  static func width(_ structure: LorentzStructure, mass: Double, _ one: Double, _ two: Double)
    -> Double
  {
    let momentum =
      ((mass * mass - (one + two) * (one + two)) * (mass * mass - (one - two) * (one - two)))
      .squareRoot() / (2 * mass)
    let first = [hypot(one, momentum), 0, 0, momentum]
    let second = [hypot(two, momentum), 0, 0, -momentum]
    let vertices: [Matrix]
    switch structure {
    case .scalar: vertices = [identity]
    case .pseudoscalar: vertices = [scale(gamma5, ComplexNumber(0, 1))]
    // At rest the three polarisations are along x, y and z.
    case .vector: vertices = (1...3).map { gamma[$0] }
    case .axial: vertices = (1...3).map { multiply(gamma[$0], gamma5) }
    }
    var sum = 0.0
    for vertex in vertices {
      let conjugate = multiply(multiply(gamma[0], dagger(vertex)), gamma[0])
      let product = multiply(
        multiply(slash(first, plus: one), vertex),
        multiply(slash(second, plus: -two), conjugate))
      sum += (0..<4).reduce(0) { $0 + product[$1][$1].real }
    }
    return momentum / (8 * .pi * mass * mass) * sum / Double(vertices.count)
  }
}
