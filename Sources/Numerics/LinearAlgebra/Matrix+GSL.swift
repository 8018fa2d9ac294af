// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL

extension Matrix {
  /// Lends the elements to a GSL routine that writes a matrix; nothing is copied or allocated.
  mutating func withMutableGSLMatrix<Result>(
    _ use: (UnsafeMutablePointer<gsl_matrix>) -> Result
  ) -> Result {
    let (rows, columns) = (rows, columns)
    return elements.withUnsafeMutableBufferPointer { buffer in
      var matrix = gsl_matrix(
        size1: rows, size2: columns, tda: columns, data: buffer.baseAddress, block: nil, owner: 0)
      return use(&matrix)
    }
  }

  /// Lends the elements to a GSL routine that reads a matrix.
  func withGSLMatrix<Result>(_ use: (UnsafePointer<gsl_matrix>) -> Result) -> Result {
    elements.withUnsafeBufferPointer { buffer in
      var matrix = gsl_matrix(
        size1: rows, size2: columns, tda: columns,
        data: UnsafeMutablePointer(mutating: buffer.baseAddress), block: nil, owner: 0)
      return use(&matrix)
    }
  }

  /// Refuses a matrix that is not square or not finite.
  func checkSquare(_ problem: String) throws(NumericsError) {
    try checkFinite(problem)
    guard isSquare else {
      throw NumericsError(
        problem, .invalidArgument("the matrix is \(rows) x \(columns), not square"))
    }
  }

  /// Refuses a matrix with NaN or infinity in it.
  func checkFinite(_ problem: String) throws(NumericsError) {
    if let index = elements.firstIndex(where: { !$0.isFinite }) {
      throw NumericsError(
        problem,
        .invalidArgument(
          "the element in row \(index / columns), column \(index % columns) is "
            + "\(elements[index])"))
    }
  }

  /// Refuses a right side of the wrong length or with NaN or infinity in it.
  func checkRightSide(_ numbers: [Double], _ problem: String) throws(NumericsError) {
    guard numbers.count == rows, numbers.allSatisfy(\.isFinite) else {
      throw NumericsError(
        problem,
        .invalidArgument("the right side must be \(rows) finite numbers, it has \(numbers.count)")
      )
    }
  }
}
