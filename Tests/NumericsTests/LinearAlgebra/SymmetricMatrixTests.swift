// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Numerics
import Testing

@Suite("Symmetric matrices")
struct SymmetricMatrixTests {
  static func covariance() throws -> Matrix {
    try Matrix([[4, 1.2, -0.4], [1.2, 2, 0.3], [-0.4, 0.3, 1]])
  }

  @Test("Cholesky's factor is lower triangular and multiplies back, to 1e-15")
  func cholesky() throws {
    let matrix = try Self.covariance()
    let factor = try CholeskyDecomposition(matrix)
    #expect(factor.lower[0, 1] == 0 && factor.lower[0, 2] == 0 && factor.lower[1, 2] == 0)
    let rest = factor.lower * factor.lower.transposed - matrix
    #expect(rest.elements.allSatisfy { $0.magnitude < 1e-15 })
    #expect(isNear(exp(factor.logDeterminant), try matrix.determinant(), relative: 1e-14))
    let (a, b) = (try factor.solve([1, 2, 3]), try matrix.solve([1, 2, 3]))
    for index in 0..<3 { #expect(isNear(a[index], b[index], relative: 1e-14)) }
  }

  @Test("a matrix that is not positive definite or not symmetric has no Cholesky factor")
  func refusals() throws {
    let indefinite = numericsError { _ = try CholeskyDecomposition(Matrix([[1, 2], [2, 1]])) }
    #expect(
      indefinite?.description == "no Cholesky factor of the 2 x 2 matrix, which is not positive "
        + "definite (gsl_linalg_cholesky_decomp1: GSL_EDOM, input domain error) "
        + "see its eigenvalues")
    let lopsided = numericsError { _ = try CholeskyDecomposition(Matrix([[1, 0.5], [0.4, 1]])) }
    #expect(lopsided?.reason == "the elements (1, 0) = 0.4 and (0, 1) = 0.5 differ")
  }

  @Test("eigenvalues ascend, and the vectors are orthonormal and diagonalise, to 1e-14")
  func eigensystem() throws {
    let matrix = try Self.covariance()
    let system = try SymmetricEigensystem(matrix)
    #expect(system.values == system.values.sorted())
    let unit = system.vectors.transposed * system.vectors - Matrix.identity(3)
    #expect(unit.elements.allSatisfy { $0.magnitude < 1e-14 })
    let back = system.vectors * Matrix.diagonal(system.values) * system.vectors.transposed - matrix
    #expect(back.elements.allSatisfy { $0.magnitude < 1e-14 })
    #expect(isNear(system.values.reduce(0, +), 7, relative: 1e-14))
  }

  @Test("a matrix of two has the eigenvalues of the book and signs that are fixed")
  func two() throws {
    let system = try SymmetricEigensystem(Matrix([[2, 1], [1, 2]]))
    #expect(isNear(system.values[0], 1, relative: 1e-15))
    #expect(isNear(system.values[1], 3, relative: 1e-15))
    #expect(system.vectors[0, 1] > 0 && system.vectors[1, 1] > 0)
  }
}
