// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// What one shower left, in GeV: its deposit in each slab, and its totals.
package struct ShowerRecord: Hashable, Sendable {
  /// The deposit in each slab.
  package let slabs: [Double]
  private let totals: [Double]

  init(
    slabs: UnsafeMutableBufferPointer<Double>, totals: UnsafeMutableBufferPointer<Double>
  ) {
    self.slabs = Array(slabs)
    self.totals = Array(totals)
  }

  /// The whole deposit, or what left through a face.
  package subscript(total: ShowerTally.Total) -> Double { totals[total.rawValue] }
}
