// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A block of one material: from 0 to its depth along z, as wide to all four sides.
package struct ShowerBlock: Hashable, Sendable {
  /// The faces through which energy leaves.
  package enum Face: Int, CaseIterable, Sendable {
    /// z = 0, where the beam enters.
    case front
    /// z = depth.
    case back
    /// The four others.
    case side
  }

  /// The depth in mm.
  package let depth: Double
  /// Half the width in mm.
  package let halfWidth: Double

  /// Makes a block from lengths in mm.
  package init(depth: Double, halfWidth: Double) {
    self.depth = depth
    self.halfWidth = halfWidth
  }

  /// True for a point inside.
  @inline(__always)
  func contains(_ p: ShowerVector) -> Bool {
    p.z >= 0 && p.z <= depth && p.x.magnitude <= halfWidth && p.y.magnitude <= halfWidth
  }

  /// The share of a chord from a point inside to one outside that lies inside.
  func share(from start: ShowerVector, to end: ShowerVector) -> Double {
    let way = end - start
    var share = 1.0
    if end.z < 0 { share = min(share, -start.z / way.z) }
    if end.z > depth { share = min(share, (depth - start.z) / way.z) }
    for (from, by) in [(start.x, way.x), (start.y, way.y)]
    where (from + by).magnitude > halfWidth {
      share = min(share, ((by > 0 ? halfWidth : -halfWidth) - from) / by)
    }
    return max(share, 0)
  }

  /// The face nearest to a point.
  func face(_ p: ShowerVector) -> Face {
    let side = halfWidth - max(p.x.magnitude, p.y.magnitude)
    let front = p.z
    let back = depth - p.z
    if side < front, side < back { return .side }
    return front < back ? .front : .back
  }
}
