// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Sums and products; the shapes must fit, which is the programmer's to see to.
extension Matrix {
  /// The product of two matrices.
  public static func * (left: Matrix, right: Matrix) -> Matrix {
    precondition(left.columns == right.rows, "the inner sizes of a product must agree")
    var result = Matrix(rows: left.rows, columns: right.columns)
    for row in 0..<left.rows {
      for inner in 0..<left.columns {
        let factor = left[row, inner]
        for column in 0..<right.columns { result[row, column] += factor * right[inner, column] }
      }
    }
    return result
  }

  /// The product of a matrix and a column of numbers.
  public static func * (left: Matrix, right: [Double]) -> [Double] {
    precondition(left.columns == right.count, "the inner sizes of a product must agree")
    return (0..<left.rows).map { row in
      right.indices.reduce(0) { $0 + left[row, $1] * right[$1] }
    }
  }

  /// The product of a number and a matrix.
  public static func * (left: Double, right: Matrix) -> Matrix {
    var result = right
    for index in result.elements.indices { result.elements[index] *= left }
    return result
  }

  /// The sum of two matrices.
  public static func + (left: Matrix, right: Matrix) -> Matrix {
    precondition(
      left.rows == right.rows && left.columns == right.columns, "the sizes of a sum must agree")
    var result = left
    for index in result.elements.indices { result.elements[index] += right.elements[index] }
    return result
  }

  /// The difference of two matrices.
  public static func - (left: Matrix, right: Matrix) -> Matrix { left + -1 * right }
}
