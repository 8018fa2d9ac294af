// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics

/// Showers of one particle at one energy, small enough to keep thousands.
///
/// A shower is the light of each pair of layers, counted from eight pairs before the one in which it
/// began, and spots: points across the axis with their light, in groups of pairs. Small bins are drawn
/// in proportion to their light, evenly from the axis outward, which leaves all means as they are.
struct StoredShowers: Sendable {
  /// Where a shower lies in the rows, and what one unit of them is.
  struct Entry {
    var profile: Int32
    var spots: Int32
    var counts: Int32
    var pairs: UInt16
    var groups: UInt16
    /// Light of a unit of the profile, GeV.
    var unit: Float
    /// All its light, GeV.
    var light: Float
  }

  /// A point across the axis.
  struct Spot {
    /// In units of 1/100 mm.
    var x: Int16
    var y: Int16
    /// In units of 1/65535 of the group's light.
    var share: UInt16
  }

  /// The kinetic energy of the showers in GeV.
  let energy: Double
  /// The showers; shower i began in the part i modulo ``parts`` of a pair.
  private(set) var entries: [Entry] = []
  private(set) var profile: [UInt16] = []
  private(set) var spots: [Spot] = []
  private(set) var counts: [UInt8] = []
  private var centroids = 0.0

  /// In how many parts a pair of layers is divided, for where showers begin.
  static let parts = 4

  init(energy: Double) { self.energy = energy }

  /// The mean depth of the light behind the beginning, in pairs.
  var centroid: Double { entries.isEmpty ? 0 : centroids / Double(entries.count) }

  /// Keeps a shower; the bins are emptied.
  mutating func keep(_ bins: PatternBins, depth: Double, _ random: inout RandomStream) {
    var last = 0
    var (light, moment, greatest) = (0.0, 0.0, 0.0)
    for pair in 0..<bins.pairs where bins.profile[pair] > 0 {
      last = pair + 1
      light += bins.profile[pair]
      moment += bins.profile[pair] * Double(pair)
      greatest = max(greatest, bins.profile[pair])
    }
    let groups = (last + bins.pairsPerGroup - 1) / bins.pairsPerGroup
    let unit = max(greatest, 1e-12) / 65535
    entries.append(
      Entry(
        profile: Int32(profile.count), spots: Int32(spots.count), counts: Int32(counts.count),
        pairs: UInt16(last), groups: UInt16(groups), unit: Float(unit), light: Float(light)))
    if light > 0 { centroids += moment / light - depth }
    for pair in 0..<last { profile.append(UInt16((bins.profile[pair] / unit).rounded())) }
    let least = light / min(max(400 * energy.squareRoot(), 400), 1600)
    for group in 0..<groups { keepSpots(of: group, bins, least: least, &random) }
    bins.clear()
  }

  private mutating func keepSpots(
    of group: Int, _ bins: PatternBins, least: Double, _ random: inout RandomStream
  ) {
    var kept: [(light: Double, x: Double, y: Double)] = []
    var sum = 0.0
    // Light of small bins since the last that was kept.
    var waiting = least * random.uniform()
    for bin in group * PatternBins.perGroup..<(group + 1) * PatternBins.perGroup {
      let content = bins.bins[bin]
      guard content.x > 0 else { continue }
      var light = content.x
      if light < least {
        waiting += light
        guard waiting >= least else { continue }
        waiting -= least
        light = least
      }
      kept.append((light, content.y / content.x, content.z / content.x))
      sum += light
    }
    if kept.isEmpty, let spot = anySpot(of: group, bins, &random) {
      kept.append(spot)
      sum = spot.light
    }
    counts.append(UInt8(min(kept.count, 255)))
    for spot in kept.prefix(255) {
      spots.append(
        Spot(
          x: Int16(min(max(100 * spot.x, -32767), 32767)),
          y: Int16(min(max(100 * spot.y, -32767), 32767)),
          share: UInt16((65535 * spot.light / sum).rounded())))
    }
  }

  /// One bin of a group with little light, the brighter the likelier; nil without any light.
  private func anySpot(
    of group: Int, _ bins: PatternBins, _ random: inout RandomStream
  ) -> (light: Double, x: Double, y: Double)? {
    var chosen: SIMD4<Double>?
    var sum = 0.0
    for bin in group * PatternBins.perGroup..<(group + 1) * PatternBins.perGroup {
      let content = bins.bins[bin]
      guard content.x > 0 else { continue }
      sum += content.x
      if random.uniform() * sum < content.x { chosen = content }
    }
    return chosen.map { ($0.x, $0.y / $0.x, $0.z / $0.x) }
  }

  /// Adds the showers of a later part.
  mutating func append(_ later: StoredShowers) {
    for var entry in later.entries {
      entry.profile += Int32(profile.count)
      entry.spots += Int32(spots.count)
      entry.counts += Int32(counts.count)
      entries.append(entry)
    }
    profile += later.profile
    spots += later.spots
    counts += later.counts
    centroids += later.centroids
  }
}

// As bytes of the processor, which the key of a cache names.
extension StoredShowers {
  /// All showers in one row of bytes.
  var encoded: [UInt8] {
    var bytes: [UInt8] = []
    func put<T>(_ values: [T]) { values.withUnsafeBytes { bytes += $0 } }
    put([energy, centroids])
    put([Int64(entries.count), Int64(profile.count), Int64(spots.count), Int64(counts.count)])
    put(entries)
    put(profile)
    put(spots)
    put(counts)
    return bytes
  }

  /// Reads a row of bytes; nil if it is not whole.
  init?(decoding bytes: [UInt8]) {
    var place = 0
    var isWhole = true
    func take<T>(_ count: Int, of zero: T) -> [T] {
      let size = count * MemoryLayout<T>.stride
      guard isWhole, count >= 0, place + size <= bytes.count else {
        isWhole = false
        return []
      }
      defer { place += size }
      return [T](unsafeUninitializedCapacity: count) { buffer, initialized in
        bytes[place..<place + size].withUnsafeBytes {
          UnsafeMutableRawBufferPointer(buffer).copyMemory(from: $0)
        }
        initialized = count
      }
    }
    let numbers = take(2, of: 0.0)
    let sizes = take(4, of: Int64(0)).map(Int.init)
    guard numbers.count == 2, sizes.count == 4 else { return nil }
    energy = numbers[0]
    centroids = numbers[1]
    entries = take(
      sizes[0],
      of: Entry(profile: 0, spots: 0, counts: 0, pairs: 0, groups: 0, unit: 0, light: 0))
    profile = take(sizes[1], of: 0)
    spots = take(sizes[2], of: Spot(x: 0, y: 0, share: 0))
    counts = take(sizes[3], of: 0)
    guard isWhole, place == bytes.count else { return nil }
  }
}
