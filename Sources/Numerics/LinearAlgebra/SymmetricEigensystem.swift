// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL

/// The eigenvalues and eigenvectors of a symmetric matrix, A = V diag(values) V^T.
///
/// - Source: Golub2013matrix, section 8.3
public struct SymmetricEigensystem: Hashable, Sendable {
  /// The eigenvalues, ascending.
  public let values: [Double]

  /// The orthonormal eigenvectors as columns, in the order of the values.
  ///
  /// The sign of each is such that its element of largest size is positive.
  public let vectors: Matrix

  /// Decomposes a symmetric matrix.
  ///
  /// - Throws: ``NumericsError`` where the matrix is not symmetric or not finite.
  public init(_ matrix: Matrix) throws(NumericsError) {
    let problem = "no eigenvalues of the \(matrix.rows) x \(matrix.columns) matrix"
    try matrix.checkSymmetric(problem)
    let workspace = try GSLEntry.allocated(
      gsl_eigen_symmv_alloc(matrix.rows), "gsl_eigen_symmv_alloc")
    defer { gsl_eigen_symmv_free(workspace) }
    var copy = matrix
    var values = [Double](repeating: 0, count: matrix.rows)
    var vectors = Matrix(rows: matrix.rows, columns: matrix.rows)
    let status = copy.withMutableGSLMatrix { matrix in
      values.withMutableGSLVector { values in
        vectors.withMutableGSLMatrix { vectors in
          let status = gsl_eigen_symmv(matrix, values, vectors, workspace)
          guard status == Int32(GSL_SUCCESS) else { return status }
          return gsl_eigen_symmv_sort(values, vectors, GSL_EIGEN_SORT_VAL_ASC)
        }
      }
    }
    try GSLEntry.check(status, "gsl_eigen_symmv") { problem }
    for column in 0..<matrix.rows {
      let numbers = vectors.column(column)
      let largest = numbers.max { $0.magnitude < $1.magnitude } ?? 0
      if largest < 0 {
        for row in 0..<matrix.rows { vectors[row, column] = -vectors[row, column] }
      }
    }
    self.values = values
    self.vectors = vectors
  }
}
