// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A layer as hot loops see it: where it is, what it is made of, who reads it out.
struct LayerPlace {
  /// Where it begins in mm.
  let low: Double
  /// Where it ends in mm.
  let high: Double
  /// Half its width in mm.
  let halfWidth: Double
  /// The index of its material; -1 for a gap.
  let medium: Int
  /// Its place among the layers that are read out; -1 for absorber.
  let active: Int
  /// The first cell of its section in the row of values.
  let cells: Int
  /// The first moment of its section in the row of values.
  let moments: Int
  let columns: Double
  let rows: Double
  let inverseSide: Double
  /// The axis from the first edges of the cells, in columns.
  let firstColumn: Double
  /// The same in rows.
  let firstRow: Double
  /// k_B in mm/GeV.
  let birks: Double
  /// What saturation leaves of the light of a particle at the end of its way.
  let atRest: Double

  /// True for a point across the beam inside.
  @inline(__always)
  func holds(_ p: ShowerVector) -> Bool {
    p.x.magnitude <= halfWidth && p.y.magnitude <= halfWidth
  }

  /// The share of a chord from a point inside to one outside that lies within the width.
  func share(from start: ShowerVector, to end: ShowerVector) -> Double {
    var share = 1.0
    for (from, to) in [(start.x, end.x), (start.y, end.y)] where to.magnitude > halfWidth {
      share = min(share, ((to > 0 ? halfWidth : -halfWidth) - from) / (to - from))
    }
    return max(share, 0)
  }
}

/// Where the numbers of an event lie in one row: layers, cells, moments, totals, sections.
struct LayeredLayout: Sendable {
  let layers: Int
  let cells: Int
  let sections: Int

  init(_ block: LayeredBlock) {
    layers = block.activeLayers.count
    cells = block.cellOffsets[block.sections.count]
    sections = block.sections.count
  }

  var firstCell: Int { layers }
  var firstMoment: Int { firstCell + cells }
  var firstTotal: Int { firstMoment + 4 * sections }
  var firstSection: Int { firstTotal + LayeredTally.Total.allCases.count }
  var count: Int { firstSection + sections }
}
