// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Showers
import Testing

@Suite("what showers leave in layers")
struct LayeredRecordTests {
  @Test("records add up, and are empty once cleared")
  func sum() throws {
    let block = try Stacks.pairs(20, cells: Stacks.cells, preshower: 4)
    var records: [LayeredRecord] = []
    _ = try Stacks.simulation(block, energy: 1).run(
      events: 2, seed: 3, records: { records.append($0) })
    var sum = LayeredRecord(block)
    for record in records { sum += record }
    #expect(sum.layers[3] == records[0].layers[3] + records[1].layers[3])
    #expect(sum.sections[1] == records[0].sections[1] + records[1].sections[1])
    #expect(sum.moments[0].xx == records[0].moments[0].xx + records[1].moments[0].xx)
    #expect(isNear(sum.total, 2, 1e-9))
    sum.clear()
    #expect(sum == LayeredRecord(block))
  }
}
