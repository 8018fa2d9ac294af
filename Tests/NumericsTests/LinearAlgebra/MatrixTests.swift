// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics
import Testing

@Suite("Matrices")
struct MatrixTests {
  @Test("are stored by rows, multiplied and mirrored by the book")
  func arithmetic() throws {
    let a = try Matrix([[1, 2, 3], [4, 5, 6]])
    #expect(a[1, 0] == 4 && a.row(0) == [1, 2, 3] && a.column(2) == [3, 6])
    #expect(a * a.transposed == (try Matrix([[14, 32], [32, 77]])))
    #expect(a * [1, 0, -1] == [-2, -2])
    #expect(a + a == 2 * a && a - a == Matrix(rows: 2, columns: 3))
    #expect(Matrix.identity(2) * a == a && Matrix.diagonal([2, 3])[1, 1] == 3)
    #expect(a.description == "[1.0, 2.0, 3.0]\n[4.0, 5.0, 6.0]")
    #expect(!a.isSquare)
  }

  @Test("rows of different length are refused")
  func ragged() {
    let error = numericsError { _ = try Matrix([[1, 2], [3]]) }
    #expect(
      error?.description == "no matrix (the rows have [2, 1] elements) "
        + "give rows of one length, one element at least")
    #expect(numericsError { _ = try Matrix([]) } != nil)
  }
}
