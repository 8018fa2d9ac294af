// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Detectors
import Testing

@Suite("Stacks for showers")
struct DetectorStackTests {
  private let stack: DetectorStack

  init() throws {
    stack = try DetectorStack(Shipped.axis(Shipped.na64), materials: Shipped.materials.get())
  }

  @Test("layers follow one another with the gaps between the elements")
  func layers() {
    let block = stack.block
    #expect(block.layers.count == 300 + 3 + 384)
    #expect(abs(block.depth - (600 + 5568)) < 1e-6)
    #expect(stack.parts.map(\.name) == ["ecal", "veto", "hcal"])
    #expect(block.layers[301].section == block.section(named: "veto"))
    let gap = block.layers[302]
    #expect(gap.medium == nil)
    #expect(abs(gap.thickness - 50) < 1e-9)
    #expect(gap.halfWidth == 500)
    #expect(block.media.map(\.name) == ["lead", "polystyrene", "iron"])
  }

  @Test("the preshower is the first sixteen layers, with the cells of the whole")
  func preshower() throws {
    guard case .calorimeter(let ecal, let sections) = stack.parts[0].role else {
      Issue.record("the first part is no calorimeter")
      return
    }
    let preshower = try #require(sections.preshower)
    let counts = stack.block.activeLayers.map { stack.block.layers[$0].section }
    #expect(counts.count { $0 == preshower } == 16)
    #expect(counts.count { $0 == sections.main } == 134)
    #expect(stack.block.sections[preshower].cells == ecal.cells)
    #expect(stack.axis == (-19.1, -19.1))
    #expect(ecal.centralCell == 2 * 6 + 2)
  }

  @Test("interaction lengths add up along the axis")
  func interactionLengths() {
    #expect(abs(stack.parts[1].interactionLengths - 50 / 770.7) < 1e-9)
    #expect(abs(stack.parts.reduce(0) { $0 + $1.interactionLengths } - 31.2) < 0.1)
  }

  @Test("a stack may begin behind the first elements")
  func begin() throws {
    let rest = try DetectorStack(
      Shipped.axis(Shipped.na64), from: "veto", materials: Shipped.materials.get())
    #expect(rest.parts.map(\.name) == ["veto", "hcal"])
    #expect(rest.block.layers.count == 386)
  }
}
