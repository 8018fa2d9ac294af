// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics
import Testing

@Suite("Linear equations")
struct LUDecompositionTests {
  static func random(_ order: Int, _ seed: UInt64) throws -> Matrix {
    var dice = Dice(seed)
    return try Matrix((0..<order).map { _ in (0..<order).map { _ in dice.roll() - 0.5 } })
  }

  @Test("solutions and inverses of random matrices are good to 1e-10", arguments: [1, 2, 5, 30])
  func random(_ order: Int) throws {
    let matrix = try Self.random(order, UInt64(order))
    let exact = (0..<order).map { Double($0) - 3.5 }
    let solution = try matrix.solve(matrix * exact)
    for (found, sought) in zip(solution, exact) {
      #expect(isNear(found, sought, relative: 1e-10))
    }
    let unit = try matrix * matrix.inverted() - Matrix.identity(order)
    #expect(unit.elements.allSatisfy { $0.magnitude < 1e-11 })
  }

  @Test("determinants multiply, to 1e-12, and have the sign of their row exchanges")
  func determinant() throws {
    #expect(try isNear(Matrix([[0, 2], [3, 0]]).determinant(), -6, relative: 1e-15))
    let (a, b) = (try Self.random(6, 1), try Self.random(6, 2))
    let product = try a.determinant() * b.determinant()
    #expect(try isNear((a * b).determinant(), product, relative: 1e-12))
  }

  @Test("a singular matrix is refused, exactly singular or within rounding; its determinant is 0")
  func singular() throws {
    for rows in [[[1.0, 2], [2, 4]], [[1, 2, 3], [4, 5, 6], [7, 8, 9]], [[0.0]]] {
      let matrix = try Matrix(rows)
      let error = numericsError { _ = try matrix.inverted() }
      #expect(error?.problem.hasPrefix("no decomposition of the") == true)
      #expect(
        error?.suggestion
          == "remove equations that depend on each other, or fit by least squares")
      #expect(try matrix.determinant() == 0)
    }
  }

  @Test("units do not make a matrix singular: scales over forty decades are solved to 1e-13")
  func scaled() throws {
    let scale = Matrix.diagonal([1e-20, 1, 1e20])
    let core = try Matrix([[2, 1, 0], [1, 3, 1], [0, 1, 4]])
    let matrix = scale * core * scale
    #expect(
      isNear(
        try LUDecomposition(matrix).condition, try LUDecomposition(core).condition,
        relative: 1e-6))
    let exact = [1e20, -2, 3e-20]
    for (found, sought) in zip(try matrix.solve(matrix * exact), exact) {
      #expect(isNear(found, sought, relative: 1e-13))
    }
  }

  @Test("the condition of Hilbert's matrix of order 8 foretells the digits lost")
  func hilbert() throws {
    let hilbert = try Matrix((0..<8).map { i in (0..<8).map { j in 1 / Double(i + j + 1) } })
    let condition = try LUDecomposition(hilbert).condition
    #expect(condition > 1e8 && condition < 1e11)
  }

  @Test("a shape that does not fit and NaN are refused with their place")
  func refusals() throws {
    let shape = numericsError { _ = try Matrix(rows: 2, columns: 3).inverted() }
    #expect(shape?.reason == "the matrix is 2 x 3, not square")
    let nan = numericsError { _ = try Matrix([[1, 0], [.nan, 1]]).solve([1, 1]) }
    #expect(nan?.reason == "the element in row 1, column 0 is nan")
    let side = numericsError { _ = try Matrix.identity(2).solve([1]) }
    #expect(side?.reason == "the right side must be 2 finite numbers, it has 1")
    #expect(throws: NumericsError.self) { _ = try Matrix(rows: 2, columns: 3).determinant() }
  }
}
