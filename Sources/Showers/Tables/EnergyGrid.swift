// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Nodes of energy that divide every factor of two in equal parts.
///
/// The place of an energy is read off the bits of its number: exponent and leading bits of the
/// significand are the index, the rest is the fraction of the way to the next node. No logarithm is
/// taken.
struct EnergyGrid: Sendable {
  /// How many bits of the significand count: 2^bits nodes for every factor of two.
  let bits: UInt64
  /// The number of nodes.
  let count: Int
  private let first: Int
  private let shift: UInt64
  private let mask: UInt64

  /// The grid that covers a range of energies, with a node at or below and one above it; of an empty
  /// range, two nodes at its low end.
  init(from low: Double, to high: Double, bits: UInt64) {
    self.bits = bits
    shift = 52 - bits
    mask = (1 << shift) - 1
    first = Int(low.bitPattern >> shift)
    count = max(Int(high.bitPattern >> shift) - first, 0) + 2
  }

  /// The energy of a node.
  @inline(__always)
  func energy(_ index: Int) -> Double {
    Double(bitPattern: UInt64(truncatingIfNeeded: index &+ first) &<< shift)
  }

  /// The index of the node at or below an energy.
  @inline(__always)
  func index(_ energy: Double) -> Int {
    Int(truncatingIfNeeded: energy.bitPattern &>> shift) &- first
  }

  /// How far an energy lies from its node to the next, 0 to 1.
  @inline(__always)
  func fraction(_ energy: Double) -> Double {
    Double(bitPattern: (energy.bitPattern & mask) &<< bits | 0x3FF0_0000_0000_0000) - 1
  }
}
