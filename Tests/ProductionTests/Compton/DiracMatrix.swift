// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Numerics

/// A 4 x 4 matrix in spinor space: squared amplitudes without any formula for a trace.
struct DiracMatrix {
  var elements: [ComplexNumber]

  static let identity = DiracMatrix(diagonal: [1, 1, 1, 1])

  /// gamma^0 to gamma^3 in the Dirac representation.
  static let gamma: [DiracMatrix] = {
    let i = ComplexNumber(0, 1)
    let one = ComplexNumber(1)
    let pauli: [[(Int, Int, ComplexNumber)]] = [
      [(0, 1, one), (1, 0, one)],
      [(0, 1, -1 * i), (1, 0, i)],
      [(0, 0, one), (1, 1, -1 * one)],
    ]
    let spatial = pauli.map { sigma in
      var matrix = DiracMatrix(diagonal: [0, 0, 0, 0])
      for (row, column, value) in sigma {
        matrix.elements[4 * row + column + 2] = value
        matrix.elements[4 * (row + 2) + column] = -1 * value
      }
      return matrix
    }
    return [DiracMatrix(diagonal: [1, 1, -1, -1])] + spatial
  }()

  static let gamma5 = ComplexNumber(0, 1) * (gamma[0] * gamma[1] * gamma[2] * gamma[3])

  init(diagonal: [Double]) {
    elements = (0..<16).map { ComplexNumber($0 % 5 == 0 ? diagonal[$0 / 5] : 0) }
  }

  /// pslash + m for a momentum (E, px, py, pz).
  static func slash(_ p: [Double], plus mass: Double) -> DiracMatrix {
    var sum = ComplexNumber(mass) * identity
    for mu in 0..<4 { sum = sum + ComplexNumber(metric[mu] * p[mu]) * gamma[mu] }
    return sum
  }

  static let metric = [1.0, -1, -1, -1]

  static func dot(_ p: [Double], _ q: [Double]) -> Double {
    (0..<4).reduce(0) { $0 + metric[$1] * p[$1] * q[$1] }
  }

  /// gamma^0 M^dagger gamma^0.
  var conjugate: DiracMatrix {
    var dagger = self
    for row in 0..<4 {
      for column in 0..<4 {
        let z = elements[4 * column + row]
        dagger.elements[4 * row + column] = ComplexNumber(z.real, -z.imaginary)
      }
    }
    return Self.gamma[0] * dagger * Self.gamma[0]
  }

  var trace: Double { elements[0].real + elements[5].real + elements[10].real + elements[15].real }

  static func * (left: Self, right: Self) -> Self {
    var product = DiracMatrix(diagonal: [0, 0, 0, 0])
    for row in 0..<4 {
      for column in 0..<4 {
        var sum = ComplexNumber(0)
        for inner in 0..<4 {
          sum = sum + left.elements[4 * row + inner] * right.elements[4 * inner + column]
        }
        product.elements[4 * row + column] = sum
      }
    }
    return product
  }

  static func + (left: Self, right: Self) -> Self {
    var sum = left
    for index in 0..<16 { sum.elements[index] = left.elements[index] + right.elements[index] }
    return sum
  }

  static func * (factor: ComplexNumber, matrix: Self) -> Self {
    var product = matrix
    for index in 0..<16 { product.elements[index] = factor * matrix.elements[index] }
    return product
  }

  /// The vertices of a structure: one for spin 0, four for spin 1.
  static func vertices(_ structure: LorentzStructure) -> [DiracMatrix] {
    switch structure {
    case .scalar: [identity]
    case .pseudoscalar: [ComplexNumber(0, 1) * gamma5]
    case .vector: gamma
    case .axial: gamma.map { $0 * gamma5 }
    }
  }

  /// The sum over the polarisations of X between lower indices: -g + q q / M^2, or 1 for spin 0.
  static func polarisations(_ structure: LorentzStructure, _ q: [Double], _ mass: Double)
    -> [[Double]]
  {
    guard structure == .vector || structure == .axial else { return [[1]] }
    return (0..<4).map { a in
      (0..<4).map { b in
        metric[a] * q[a] * metric[b] * q[b] / (mass * mass) - (a == b ? metric[a] : 0)
      }
    }
  }
}
