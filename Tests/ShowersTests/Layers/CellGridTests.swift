// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Showers
import Testing

@Suite("cells across the beam")
struct CellGridTests {
  @Test("the middle of each cell lies in it", arguments: [(6, 6), (3, 2), (1, 1)])
  func middles(columns: Int, rows: Int) {
    let grid = CellGrid(columns: columns, rows: rows, side: 38.2, x: -19.1, y: 7)
    for cell in 0..<grid.count {
      let (x, y) = grid.middle(of: cell)
      #expect(grid.cell(x: x, y: y) == cell)
    }
  }

  @Test("a point beside the grid lies in no cell")
  func beside() {
    let grid = CellGrid(columns: 6, rows: 6, side: 38.2)
    #expect(grid.cell(x: 114.7, y: 0) == nil)
    #expect(grid.cell(x: 0, y: -114.7) == nil)
    #expect(grid.cell(x: -114.5, y: -114.5) == 0)
    #expect(grid.cell(x: 114.5, y: 114.5) == 35)
  }
}
