// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Matter

/// Equal pairs of absorber and active layer that follow each other in a block.
///
/// A shower that begins in it looks the same wherever it begins, but for its place within a pair and
/// for the ends of the run.
package struct PeriodicRun: Hashable, Sendable {
  /// The index of the first layer.
  package let first: Int
  /// How many pairs there are.
  package let count: Int
  /// Where the run begins in mm.
  package let start: Double
  /// The thickness of a pair in mm.
  package let period: Double
  /// The middle of the active layer within a pair, as a share of the pair.
  package let middle: Double

  /// Where the run ends in mm.
  package var end: Double { start + Double(count) * period }

  /// The runs of a block in the order of the beam, two pairs long at least.
  package static func all(in block: LayeredBlock) -> [PeriodicRun] {
    var runs: [PeriodicRun] = []
    let edges = block.edges
    var index = 0
    while index + 1 < block.layers.count {
      let count = pairs(from: index, in: block)
      if count > 1 {
        let (absorber, active) = (block.layers[index], block.layers[index + 1])
        let period = absorber.thickness + active.thickness
        runs.append(
          PeriodicRun(
            first: index, count: count, start: edges[index], period: period,
            middle: (absorber.thickness + 0.5 * active.thickness) / period))
      }
      index += max(2 * count, 1)
    }
    return runs
  }

  /// The first run of a block: the calorimeter that the beam meets first.
  /// - Throws: ``ShowerError`` for a block without two equal pairs.
  package static func first(in block: LayeredBlock) throws(ShowerError) -> PeriodicRun {
    guard let run = all(in: block).first else {
      throw ShowerError(
        "no response of this block", because: "it has no pairs of layers that repeat",
        try: "simulate its showers in full", about: .block)
    }
    return run
  }

  /// How many equal pairs begin with a layer.
  private static func pairs(from first: Int, in block: LayeredBlock) -> Int {
    let layers = block.layers
    guard layers[first].section == nil, layers[first].medium != nil,
      let section = layers[first + 1].section
    else { return 0 }
    var count = 0
    var index = first
    while index + 1 < layers.count,
      let other = layers[index + 1].section, layers[index].section == nil,
      block.sections[other].birks == block.sections[section].birks,
      isSame(layers[index], layers[first]), isSame(layers[index + 1], layers[first + 1])
    {
      count += 1
      index += 2
    }
    return count
  }

  private static func isSame(_ a: LayeredBlock.Layer, _ b: LayeredBlock.Layer) -> Bool {
    a.medium == b.medium && a.thickness == b.thickness && a.halfWidth == b.halfWidth
  }

  /// A block of such pairs alone, wide and deep enough for whole showers, and the pairs before the one
  /// in which they begin.
  func extended(in block: LayeredBlock) -> LayeredBlock {
    var long = LayeredBlock(halfWidth: 1000)
    let section = block.layers[first + 1].section.map { block.sections[$0] }
    let all = long.addSection(
      "all", cells: CellGrid(columns: 1, rows: 1, side: 2000), birks: section?.birks)
    let (absorber, active) = (block.layers[first], block.layers[first + 1])
    if let dense = absorber.medium, let light = active.medium {
      long.addPairs(
        Self.leading + count, of: (block.media[dense], absorber.thickness),
        (block.media[light], active.thickness), section: all)
    }
    return long
  }

  /// Pairs before the one in which showers of the library begin, for what goes backward.
  static let leading = 8
}
