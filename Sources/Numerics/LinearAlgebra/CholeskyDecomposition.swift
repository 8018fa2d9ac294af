// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL
import Glibc

/// The factor of a symmetric positive definite matrix, A = L L^T.
///
/// Only the lower triangle of the matrix is read, after a check that the upper one mirrors it.
///
/// - Source: Golub2013matrix, section 4.2
public struct CholeskyDecomposition: Hashable, Sendable {
  /// The lower triangular factor L.
  public let lower: Matrix

  /// Factorises a covariance or another symmetric positive definite matrix.
  ///
  /// - Throws: ``NumericsError`` where the matrix is not symmetric or not positive definite.
  public init(_ matrix: Matrix) throws(NumericsError) {
    let problem = "no Cholesky factor of the \(matrix.rows) x \(matrix.columns) matrix"
    try matrix.checkSymmetric(problem)
    GSLEntry.prepare()
    var factor = matrix
    let status = factor.withMutableGSLMatrix { gsl_linalg_cholesky_decomp1($0) }
    try GSLEntry.check(
      status, "gsl_linalg_cholesky_decomp1", suggestion: { _ in "see its eigenvalues" }
    ) { "\(problem), which is not positive definite" }
    for row in 0..<factor.rows {
      for column in row + 1..<max(row + 1, factor.columns) { factor[row, column] = 0 }
    }
    lower = factor
  }

  /// Solves A x = b.
  public func solve(_ rightSide: [Double]) throws(NumericsError) -> [Double] {
    let problem = "no solution of the linear equations"
    try lower.checkRightSide(rightSide, problem)
    var solution = [Double](repeating: 0, count: rightSide.count)
    let status = lower.withGSLMatrix { factor in
      rightSide.withGSLVector { rightSide in
        solution.withMutableGSLVector { gsl_linalg_cholesky_solve(factor, rightSide, $0) }
      }
    }
    try GSLEntry.check(status, "gsl_linalg_cholesky_solve") { problem }
    return solution
  }

  /// ln det A, which does not overflow.
  public var logDeterminant: Double {
    (0..<lower.rows).reduce(0) { $0 + 2 * log(lower[$1, $1]) }
  }
}

extension Matrix {
  /// Refuses a matrix whose triangles differ by more than rounding.
  func checkSymmetric(_ problem: String) throws(NumericsError) {
    try checkSquare(problem)
    for row in 0..<rows {
      for column in 0..<row {
        let (low, high) = (self[row, column], self[column, row])
        let scale = max(low.magnitude, high.magnitude)
        let natural = (self[row, row] * self[column, column]).magnitude.squareRoot()
        if (low - high).magnitude > 1e-12 * max(scale, natural) {
          throw NumericsError(
            problem,
            .invalidArgument(
              "the elements (\(row), \(column)) = \(low) and (\(column), \(row)) = \(high) "
                + "differ"),
            suggestion: "give a symmetric matrix")
        }
      }
    }
  }
}
