// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A small dense matrix of doubles, stored row by row.
public struct Matrix: Hashable, Sendable, CustomStringConvertible {
  /// The number of rows.
  public let rows: Int

  /// The number of columns.
  public let columns: Int

  /// The elements, row by row.
  public internal(set) var elements: [Double]

  /// Makes a matrix of equal elements; neither count may be below one.
  public init(rows: Int, columns: Int, repeating element: Double = 0) {
    precondition(rows > 0 && columns > 0, "a matrix has one row and one column at least")
    self.rows = rows
    self.columns = columns
    elements = [Double](repeating: element, count: rows * columns)
  }

  /// Makes a matrix from its rows, which must be of one length.
  public init(_ rows: [[Double]]) throws(NumericsError) {
    let columns = rows.first?.count ?? 0
    guard columns > 0, rows.allSatisfy({ $0.count == columns }) else {
      throw NumericsError(
        "no matrix", .invalidArgument("the rows have \(rows.map(\.count)) elements"),
        suggestion: "give rows of one length, one element at least")
    }
    self.rows = rows.count
    self.columns = columns
    elements = rows.flatMap(\.self)
  }

  /// The unit matrix of the given order.
  public static func identity(_ order: Int) -> Matrix {
    diagonal([Double](repeating: 1, count: order))
  }

  /// The square matrix with the given numbers on its diagonal.
  public static func diagonal(_ numbers: [Double]) -> Matrix {
    var matrix = Matrix(rows: numbers.count, columns: numbers.count)
    for index in numbers.indices { matrix[index, index] = numbers[index] }
    return matrix
  }

  /// The element in the given row and column, counted from zero.
  public subscript(row: Int, column: Int) -> Double {
    get { elements[row * columns + column] }
    set { elements[row * columns + column] = newValue }
  }

  /// The elements of one row.
  public func row(_ index: Int) -> [Double] {
    Array(elements[index * columns..<(index + 1) * columns])
  }

  /// The elements of one column.
  public func column(_ index: Int) -> [Double] { (0..<rows).map { self[$0, index] } }

  /// The matrix mirrored at its diagonal.
  public var transposed: Matrix {
    var result = Matrix(rows: columns, columns: rows)
    for row in 0..<rows {
      for column in 0..<columns { result[column, row] = self[row, column] }
    }
    return result
  }

  /// True for as many rows as columns.
  public var isSquare: Bool { rows == columns }

  /// The rows, one a line.
  public var description: String {
    (0..<rows).map { "\(row($0))" }.joined(separator: "\n")
  }
}
