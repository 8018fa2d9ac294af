// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// The light of one shower, finely: in each pair of layers, and about the axis in groups of pairs.
///
/// Across the axis there are eight sectors and rings whose radii grow by the root of two from 1 mm;
/// each bin keeps its centre of gravity.
final class PatternBins {
  /// Pairs that share their lateral bins.
  let pairsPerGroup: Int
  /// How many pairs there are.
  let pairs: Int
  let profile: UnsafeMutablePointer<Double>
  let bins: UnsafeMutablePointer<SIMD4<Double>>
  let groups: Int
  private static let rings = 16
  static let perGroup = 8 * rings

  init(pairs: Int, pairsPerGroup: Int) {
    self.pairs = pairs
    self.pairsPerGroup = pairsPerGroup
    groups = (pairs + pairsPerGroup - 1) / pairsPerGroup
    profile = .allocate(capacity: pairs)
    profile.initialize(repeating: 0, count: pairs)
    bins = .allocate(capacity: groups * Self.perGroup)
    bins.initialize(repeating: SIMD4(), count: groups * Self.perGroup)
  }

  deinit {
    profile.deallocate()
    bins.deallocate()
  }

  /// Adds light in a pair at a point across the axis in mm.
  func add(_ light: Double, x: Double, y: Double, pair: Int) {
    profile[pair] += light
    let square = x * x + y * y
    // The exponent of the squared radius: a ring for every factor of two.
    let exponent = Int(square.bitPattern >> 52) - 1022
    let ring = min(max(exponent, 0), Self.rings - 1)
    // Three signs tell the sector; the digits of a number put them in their order about the axis.
    let sector = (x > 0 ? 1 : 0) + (y > 0 ? 2 : 0) + (x.magnitude > y.magnitude ? 4 : 0)
    let bin = (pair / pairsPerGroup * Self.rings + ring) * 8 + (0x0374_1265 >> (4 * sector)) & 15
    bins[bin] += SIMD4(light, light * x, light * y, 0)
  }

  /// Empties all bins.
  func clear() {
    for pair in 0..<pairs { profile[pair] = 0 }
    for bin in 0..<groups * Self.perGroup { bins[bin] = SIMD4() }
  }
}
