// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Square cells across the beam, in columns along x and rows along y.
package struct CellGrid: Hashable, Sendable {
  /// How many cells lie beside each other along x.
  package let columns: Int
  /// How many cells lie above each other along y.
  package let rows: Int
  /// The side of a cell in mm.
  package let side: Double
  /// Where the middle of the grid is, in mm along x.
  package let x: Double
  /// The same along y.
  package let y: Double

  /// Makes a grid of cells with a side in mm, about the axis or a point in mm beside it.
  package init(columns: Int, rows: Int, side: Double, x: Double = 0, y: Double = 0) {
    self.columns = columns
    self.rows = rows
    self.side = side
    self.x = x
    self.y = y
  }

  /// How many cells there are.
  package var count: Int { columns * rows }

  /// The cell of a point in mm, row by row from the least y, each from the least x; nil beside the
  /// grid.
  package func cell(x: Double, y: Double) -> Int? {
    let column = ((x - self.x) / side + 0.5 * Double(columns)).rounded(.down)
    let row = ((y - self.y) / side + 0.5 * Double(rows)).rounded(.down)
    guard column >= 0, column < Double(columns), row >= 0, row < Double(rows) else { return nil }
    return Int(row) * columns + Int(column)
  }

  /// The middle of a cell in mm.
  package func middle(of cell: Int) -> (x: Double, y: Double) {
    let x = self.x + (Double(cell % columns) + 0.5 - 0.5 * Double(columns)) * side
    let y = self.y + (Double(cell / columns) + 0.5 - 0.5 * Double(rows)) * side
    return (x, y)
  }
}
