// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Detectors
import Numerics
import Showers
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

  @Test("the cells of each calorimeter lie about the beam as its own offset says")
  func offsets() throws {
    let axis = try Shipped.axis(
      """
      - {name: ecal, extends: na64-ecal, at: 0 m}
      - name: hcal
        extends: na64-hcal
        at: 0.6 m
        cells: [3, 3]
        cell-size: 20 cm
        offset: [5 cm, 0 mm]

      """)
    let stack = try DetectorStack(axis, materials: Shipped.materials.get())
    guard case .calorimeter(let hcal, let sections) = stack.parts[1].role else {
      Issue.record("the second part is no calorimeter")
      return
    }
    #expect(hcal.axis == (-19.1, -19.1))
    #expect(hcal.centralCell == 4)
    // Every cell is full of layers, though these lie about the middle of the first calorimeter.
    #expect(abs(stack.block.layers[400].halfWidth - 330.9) < 1e-9)
    let section = try #require(sections.main)
    var record = LayeredRecord(stack.block)
    record.cells[stack.block.cellOffsets[section] + 4] = 1
    var response = CalorimeterResponse(of: hcal, sections, in: stack.block, scale: 1)
    var values = [Double](repeating: 0, count: CalorimeterResponse.count)
    var random = RandomStream(seed: 1, name: "response", event: 0)
    values.withUnsafeMutableBufferPointer { response.read(record, into: $0, &random) }
    #expect(abs(values[CalorimeterObservable.x.rawValue] - 50) < 1e-9)
    #expect(abs(values[CalorimeterObservable.y.rawValue]) < 1e-9)
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
