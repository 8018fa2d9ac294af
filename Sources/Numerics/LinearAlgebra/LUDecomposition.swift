// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL

/// The factors of a square matrix, P A = L U, with which equations are solved.
///
/// A matrix that is singular within rounding is refused: its solution would have no correct digit.
/// The test is the condition number of the best scaled form of the matrix, so that rows and
/// columns in different units do no harm.
///
/// - Source: Golub2013matrix, section 3.4 (factors); Bauer1963scaled (condition)
public struct LUDecomposition: Hashable, Sendable {
  /// The determinant of the matrix.
  public let determinant: Double

  /// The inverse of the matrix.
  public let inverse: Matrix

  /// The least condition number of the matrix over all scalings of its rows and columns.
  ///
  /// A solution loses about log10 of it in digits.
  public let condition: Double

  private let factors: Matrix
  private let permutation: [Int]

  /// Factorises a square matrix.
  ///
  /// - Throws: ``NumericsError`` where the matrix is not square, not finite or singular.
  public init(_ matrix: Matrix) throws(NumericsError) {
    let problem = "no decomposition of the \(matrix.rows) x \(matrix.columns) matrix"
    try matrix.checkSquare(problem)
    GSLEntry.prepare()
    var factors = matrix
    var permutation = [Int](repeating: 0, count: matrix.rows)
    var sign: Int32 = 0
    let status = factors.withMutableGSLMatrix { factors in
      LUDecomposition.lend(&permutation) { gsl_linalg_LU_decomp(factors, $0, &sign) }
    }
    try GSLEntry.check(status, "gsl_linalg_LU_decomp") { problem }
    var inverse = Matrix(rows: matrix.rows, columns: matrix.rows)
    let inversion = factors.withGSLMatrix { factors in
      inverse.withMutableGSLMatrix { inverse in
        LUDecomposition.lend(&permutation) { gsl_linalg_LU_invert(factors, $0, inverse) }
      }
    }
    try GSLEntry.check(inversion, "gsl_linalg_LU_invert", suggestion: { _ in advice }) { problem }
    condition = LUDecomposition.leastCondition(matrix, inverse)
    guard condition < 0.1 / Double.ulpOfOne else {
      throw NumericsError(
        problem, .noConvergence("it is singular within rounding, condition \(condition)"),
        suggestion: advice)
    }
    determinant = factors.withMutableGSLMatrix { gsl_linalg_LU_det($0, sign) }
    self.factors = factors
    self.permutation = permutation
    self.inverse = inverse
  }

  /// Solves A x = b.
  public func solve(_ rightSide: [Double]) throws(NumericsError) -> [Double] {
    let problem = "no solution of the linear equations"
    try factors.checkRightSide(rightSide, problem)
    var solution = [Double](repeating: 0, count: rightSide.count)
    var permutation = permutation
    let status = factors.withGSLMatrix { factors in
      rightSide.withGSLVector { rightSide in
        solution.withMutableGSLVector { solution in
          LUDecomposition.lend(&permutation) {
            gsl_linalg_LU_solve(factors, $0, rightSide, solution)
          }
        }
      }
    }
    try GSLEntry.check(status, "gsl_linalg_LU_solve") { problem }
    return solution
  }

  private static func lend<Result>(
    _ permutation: inout [Int], _ use: (UnsafeMutablePointer<gsl_permutation>) -> Result
  ) -> Result {
    permutation.withUnsafeMutableBufferPointer { buffer in
      buffer.withMemoryRebound(to: Int.self) { buffer in
        var view = gsl_permutation(size: buffer.count, data: buffer.baseAddress)
        return use(&view)
      }
    }
  }

  /// The largest eigenvalue of abs(A^-1) abs(A), by powers of the matrix.
  private static func leastCondition(_ matrix: Matrix, _ inverse: Matrix) -> Double {
    guard inverse.elements.allSatisfy(\.isFinite) else { return .infinity }
    var size = matrix
    var inverseSize = inverse
    for index in size.elements.indices {
      size.elements[index] = size.elements[index].magnitude
      inverseSize.elements[index] = inverseSize.elements[index].magnitude
    }
    var vector = [Double](repeating: 1, count: matrix.rows)
    var growth = 1.0
    for _ in 0..<30 {
      let next = inverseSize * (size * vector)
      growth = next.max() ?? 0
      guard growth > 0, growth.isFinite else { return .infinity }
      vector = next.map { $0 / growth }
    }
    return growth
  }
}

private let advice = "remove equations that depend on each other, or fit by least squares"

extension Matrix {
  /// The determinant; zero for a matrix that is singular within rounding.
  public func determinant() throws(NumericsError) -> Double {
    do {
      return try LUDecomposition(self).determinant
    } catch {
      if case .invalidArgument = error.cause { throw error }
      return 0
    }
  }

  /// The inverse.
  public func inverted() throws(NumericsError) -> Matrix { try LUDecomposition(self).inverse }

  /// Solves A x = b.
  public func solve(_ rightSide: [Double]) throws(NumericsError) -> [Double] {
    try LUDecomposition(self).solve(rightSide)
  }
}
