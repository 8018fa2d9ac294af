// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Showers
import Testing

@Suite("runs of equal pairs of layers")
struct PeriodicRunTests {
  @Test("runs are found across sections and behind other layers")
  func runs() throws {
    var block = LayeredBlock(halfWidth: 100)
    let (lead, light) = try (Shipped.material("lead"), Shipped.material("polystyrene"))
    block.addLayer(of: lead, thickness: 7)
    block.addGap(thickness: 3)
    let first = block.addSection("preshower", cells: Stacks.cells)
    let second = block.addSection("ecal", cells: Stacks.cells)
    block.addPairs(4, of: (lead, 1.5), (light, 0.5), section: first)
    block.addPairs(5, of: (lead, 1.5), (light, 0.5), section: second)
    block.addPairs(6, of: (lead, 2), (light, 0.5), section: second)
    let run = try PeriodicRun.first(in: block)
    #expect(PeriodicRun.all(in: block).map(\.count) == [9, 6])
    #expect(run.first == 2)
    #expect(run.count == 9)
    #expect(run.start == 10)
    #expect(run.end == 28)
    #expect(run.middle == 0.875)
  }

  @Test("a block without pairs has none")
  func none() throws {
    var block = LayeredBlock(halfWidth: 100)
    block.addLayer(of: try Shipped.material("lead"), thickness: 7)
    let error = #expect(throws: ShowerError.self) { try PeriodicRun.first(in: block) }
    #expect(
      error?.description == """
        no response of this block (it has no pairs of layers that repeat) simulate its showers in \
        full
        """)
  }
}
