// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A scale along the beam that leaves out most of long empty stretches.
///
/// Between breaks it is the same everywhere, so that lengths can be compared; at a break a stretch of
/// any length takes the same width on paper.
struct BrokenScale: Hashable {
  /// A part without breaks.
  struct Segment: Hashable {
    /// Where it begins and ends, in mm.
    let low, high: Double
    /// Where it begins on paper, in points.
    let start: Double
  }

  /// The parts between breaks.
  let segments: [Segment]
  /// Points per mm.
  let factor: Double

  /// The width of a break on paper, in points.
  static let breakWidth = 16.0
  /// An empty stretch is broken if it is longer than this share of all matter.
  static let longestEmpty = 0.12
  /// So much of a broken stretch is drawn on both sides of the break, as a share of all matter.
  static let shownEmpty = 0.03

  /// A scale for some stretches of matter.
  /// - Parameters:
  ///   - occupied: where something is, in mm, in any order.
  ///   - left: where the scale begins on paper.
  ///   - width: its width on paper.
  init(occupied: [(low: Double, high: Double)], left: Double, width: Double) {
    let sorted = occupied.sorted { $0.low < $1.low }
    var islands: [(low: Double, high: Double)] = []
    for stretch in sorted {
      if let last = islands.last, stretch.low <= last.high {
        islands[islands.count - 1].high = max(last.high, stretch.high)
      } else {
        islands.append(stretch)
      }
    }
    let matter = max(islands.reduce(0) { $0 + $1.high - $1.low }, 1)
    let margin = Self.shownEmpty * matter
    var parts: [(low: Double, high: Double)] = []
    for (index, island) in islands.enumerated() {
      let gap = index > 0 ? island.low - islands[index - 1].high : 0
      if index > 0, gap <= Self.longestEmpty * matter {
        parts[parts.count - 1].high = island.high
      } else {
        if index > 0 { parts[parts.count - 1].high += margin }
        parts.append((island.low - margin, island.high))
      }
    }
    if !parts.isEmpty { parts[parts.count - 1].high += margin }
    let shown = max(parts.reduce(0) { $0 + $1.high - $1.low }, 1)
    let breaks = Double(max(parts.count - 1, 0))
    factor = (width - breaks * Self.breakWidth) / shown
    var start = left
    var segments: [Segment] = []
    for part in parts {
      segments.append(Segment(low: part.low, high: part.high, start: start))
      start += (part.high - part.low) * factor + Self.breakWidth
    }
    self.segments = segments
  }

  /// The place on paper of a position in mm; within a break, its share of the break.
  func callAsFunction(_ z: Double) -> Double {
    guard let first = segments.first else { return 0 }
    if z <= first.low { return first.start + (z - first.low) * factor }
    var previous = first
    for segment in segments {
      if z < segment.low {
        let end = previous.start + (previous.high - previous.low) * factor
        return end + (z - previous.high) / (segment.low - previous.high) * (segment.start - end)
      }
      if z <= segment.high { return segment.start + (z - segment.low) * factor }
      previous = segment
    }
    return previous.start + (z - previous.low) * factor
  }

  /// Where the breaks are on paper: the middle of each.
  var breaks: [Double] {
    segments.dropFirst().map { $0.start - 0.5 * Self.breakWidth }
  }
}
