// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Showers
import Testing

@Suite("layered blocks")
struct LayeredBlockTests {
  @Test("layers, sections and cells are counted in the order of the beam")
  func order() throws {
    let block = try Stacks.pairs(5, cells: Stacks.cells, preshower: 2)
    #expect(block.depth == 15)
    #expect(block.edges.count == 11)
    #expect(block.edges[3] == 4.5)
    #expect(block.activeLayers == [1, 3, 5, 7, 9])
    #expect(block.cellOffsets == [0, 36, 72])
    #expect(block.section(named: "ecal") == 1)
    #expect(block.media.map(\.name) == ["lead", "polystyrene"])
  }

  @Test("a layer without thickness is refused")
  func thickness() throws {
    var block = try Stacks.pairs(2)
    block.addGap(thickness: 0)
    let error = #expect(throws: ShowerError.self) {
      try LayeredTables(block, upTo: .gev(1), from: Shipped.folder())
    }
    #expect(
      error?.description == """
        invalid layer 5 of 0.0 mm (its thickness and its width must be above 0) leave it out or \
        make it thicker
        """)
  }

  @Test("a block without layers is refused")
  func empty() {
    let error = #expect(throws: ShowerError.self) {
      try LayeredTables(LayeredBlock(halfWidth: 1), upTo: .gev(1), from: Shipped.folder())
    }
    #expect(
      error?.description
        == "no layers (there is nothing to shower in) add at least one layer")
  }

  @Test("a cut above the beam is refused")
  func cut() throws {
    let block = try Stacks.pairs(2)
    let error = #expect(throws: ShowerError.self) {
      try LayeredTables(block, cuts: .hard(.gev(2)), upTo: .gev(1), from: Shipped.folder())
    }
    #expect(error?.problem == "invalid beam energy 1 GeV")
  }
}
