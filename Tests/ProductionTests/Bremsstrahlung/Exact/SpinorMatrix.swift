// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Kinematics

/// A complex 4 x 4 matrix in the space of Dirac spinors, chiral representation.
struct SpinorMatrix {
  /// Real and imaginary parts, row by row.
  var entries = [SIMD2<Double>](repeating: .zero, count: 16)

  static func * (left: SpinorMatrix, right: SpinorMatrix) -> SpinorMatrix {
    var product = SpinorMatrix()
    for row in 0..<4 {
      for column in 0..<4 {
        for index in 0..<4 {
          let a = left.entries[4 * row + index]
          let b = right.entries[4 * index + column]
          product.entries[4 * row + column] += SIMD2(
            a.x * b.x - a.y * b.y, a.x * b.y + a.y * b.x)
        }
      }
    }
    return product
  }

  static func + (left: SpinorMatrix, right: SpinorMatrix) -> SpinorMatrix {
    SpinorMatrix(entries: zip(left.entries, right.entries).map { $0 + $1 })
  }

  static func * (factor: Double, matrix: SpinorMatrix) -> SpinorMatrix {
    SpinorMatrix(entries: matrix.entries.map { factor * $0 })
  }

  /// The real part of the trace.
  var trace: Double { (0..<4).reduce(0) { $0 + entries[5 * $1].x } }

  /// gamma0 (matrix)^dagger gamma0.
  var bar: SpinorMatrix {
    var dagger = SpinorMatrix()
    for row in 0..<4 {
      for column in 0..<4 {
        let entry = entries[4 * column + row]
        dagger.entries[4 * row + column] = SIMD2(entry.x, -entry.y)
      }
    }
    return Self.gamma[0] * dagger * Self.gamma[0]
  }

  static let one = SpinorMatrix(diagonal: [1, 1, 1, 1])
  static let gamma5 = SpinorMatrix(diagonal: [-1, -1, 1, 1])

  /// The gamma matrices with upper index.
  static let gamma: [SpinorMatrix] = {
    var matrices = [SpinorMatrix](repeating: SpinorMatrix(), count: 4)
    let real = SIMD2<Double>(1, 0)
    let imaginary = SIMD2<Double>(0, 1)
    for (row, column) in [(0, 2), (1, 3), (2, 0), (3, 1)] {
      matrices[0].entries[4 * row + column] = real
    }
    // sigma_1, sigma_2, sigma_3 above the diagonal, their negatives below.
    let sigma: [[(Int, Int, SIMD2<Double>)]] = [
      [(0, 1, real), (1, 0, real)], [(0, 1, -imaginary), (1, 0, imaginary)],
      [(0, 0, real), (1, 1, -real)],
    ]
    for (axis, entries) in sigma.enumerated() {
      for (row, column, entry) in entries {
        matrices[axis + 1].entries[4 * row + column + 2] = entry
        matrices[axis + 1].entries[4 * (row + 2) + column] = -entry
      }
    }
    return matrices
  }()

  /// The metric (+, -, -, -).
  static let metric: [Double] = [1, -1, -1, -1]

  /// gamma_mu v^mu.
  static func slash(_ vector: FourVector) -> SpinorMatrix {
    (0..<4).reduce(SpinorMatrix()) { $0 + metric[$1] * vector.components[$1] * gamma[$1] }
  }
}

extension SpinorMatrix {
  private init(diagonal: [Double]) {
    for (index, entry) in diagonal.enumerated() { entries[5 * index] = SIMD2(entry, 0) }
  }
}

/// l Z -> l Z X as Feynman's rules give it: two diagrams, traces, sums over polarisations.
struct BremsstrahlungTrace {
  let before: FourVector
  let after: FourVector
  let boson: FourVector
  let nuclei: FourVector
  let leptonMass: Double
  let bosonMass: Double

  /// The two diagrams with one matrix at the vertex of X.
  func diagrams(_ vertex: SpinorMatrix) -> SpinorMatrix {
    let inner = before - boson
    let outer = after + boson
    let square = leptonMass * leptonMass
    let photon = SpinorMatrix.slash(nuclei)
    let mass = leptonMass * SpinorMatrix.one
    let first =
      (1 / (inner.massSquared - square)) * (photon * (SpinorMatrix.slash(inner) + mass) * vertex)
    let second =
      (1 / (outer.massSquared - square)) * (vertex * (SpinorMatrix.slash(outer) + mass) * photon)
    return first + second
  }

  /// The trace of two amplitudes, summed over the spins of the lepton.
  func spinSum(_ left: SpinorMatrix, _ right: SpinorMatrix) -> Double {
    let mass = leptonMass * SpinorMatrix.one
    return
      ((SpinorMatrix.slash(after) + mass) * left * (SpinorMatrix.slash(before) + mass)
      * right.bar).trace
  }

  /// The square, summed over all spins.
  func square(_ structure: LorentzStructure) -> Double {
    switch structure {
    case .scalar:
      let sum = diagrams(.one)
      return spinSum(sum, sum)
    case .pseudoscalar:
      let sum = diagrams(.gamma5)
      return spinSum(sum, sum)
    case .vector, .axial:
      let chirality = structure == .axial ? SpinorMatrix.gamma5 : .one
      let transverse = (0..<4).map { diagrams(SpinorMatrix.gamma[$0] * chirality) }
      let along = diagrams(SpinorMatrix.slash(boson) * chirality)
      let sum = (0..<4).reduce(0.0) {
        $0 - SpinorMatrix.metric[$1] * spinSum(transverse[$1], transverse[$1])
      }
      return sum + spinSum(along, along) / (bosonMass * bosonMass)
    }
  }
}
