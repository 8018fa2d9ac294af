// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

extension ShowerTally {
  /// The depth in mm at which most is deposited, by a parabola through the highest slab and its two
  /// neighbours.
  ///
  /// A last slab that the block cuts is left out.
  /// - Parameter depth: the depth of the block in mm.
  /// - Returns: nil where the highest slab has no neighbour on one side.
  package func maximum(inDepth depth: Double) -> Double? {
    let whole = min(slabs.count, Int(depth / scale.slabWidth + 1e-9))
    let means = (0..<whole).map(slabs.mean)
    guard let highest = means.indices.max(by: { means[$0] < means[$1] }), means[highest] > 0,
      highest > 0, highest + 1 < whole
    else { return nil }
    let (before, top, after) = (means[highest - 1], means[highest], means[highest + 1])
    // Three slabs of one height have their top in the middle.
    let curvature = 2 * top - before - after
    let shift = curvature > 0 ? 0.5 * (after - before) / curvature : 0
    return (Double(highest) + 0.5 + shift) * scale.slabWidth
  }
}
