// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// Where and how a stored shower is put into a block.
struct ShowerPlacement {
  let position: ShowerVector
  let axis: ShowerVector
  let across: ShowerVector
  let upward: ShowerVector
  /// What energies are multiplied by.
  let scale: Double
  /// What depths are multiplied by.
  let stretch: Double
  /// The pairs from the beginning of the run to where the shower begins, less the middle of an active
  /// layer.
  let offset: Double
  /// The pairs from where the shower began to the middle of the first active layer.
  let beginning: Double
  /// The thickness of a pair in mm.
  let period: Double
  /// True where each pair of the shower falls on one of the block.
  let isStraight: Bool

  init(
    _ particle: ShowerParticle, in run: PeriodicRun, turnedBy angle: Double,
    beginning: Double, scale: Double, stretch: Double
  ) {
    position = particle.position
    axis = particle.direction
    let (c, s) = (cos(angle), sin(angle))
    across = turned(axis, cosine: 0, sine: 1, azimuth: (c, s))
    upward = turned(axis, cosine: 0, sine: 1, azimuth: (-s, c))
    self.scale = scale
    self.stretch = stretch
    offset = (position.z - run.start) / run.period - run.middle
    self.beginning = run.middle - beginning
    period = run.period
    isStraight = (stretch * axis.z - 1).magnitude < 0.01
  }

  /// The way in pairs along the axis to the light of a stored pair.
  @inline(__always)
  func way(to stored: Int) -> Double {
    let way = Double(stored - PeriodicRun.leading) + beginning
    return way > 0 ? way * stretch : way
  }

  /// The two pairs of the block between which light falls, and the share of the second.
  @inline(__always)
  func pair(at way: Double) -> (lower: Int, share: Double) {
    let place = offset + way * axis.z
    guard !isStraight else { return (Int(place.rounded()), 0) }
    let lower = place.rounded(.down)
    return (Int(lower), place - lower)
  }
}
