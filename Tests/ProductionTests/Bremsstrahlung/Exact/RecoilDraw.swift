// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Numerics
import Production

/// A random point in the phase space of l Z -> l Z X.
struct RecoilDraw {
  let recoil: RecoilKinematics
  let risen: Double
  let azimuth: Double

  /// Draws a point: even in logarithms of the distances from all lower limits.
  init?(_ beam: BeamKinematics, from stream: inout RandomStream) {
    guard let residuals = beam.residuals else { return nil }
    let width = residuals.upperBound - residuals.lowerBound
    let map = TwoEndedMap(length: width, lower: 1e-4 * width, upper: 1e-4 * width)
    let emission = EmissionKinematics(
      beam, residual: residuals.lowerBound + map(stream.uniform()).fromLower)
    guard emission.largestExcess > 0 else { return nil }
    let depth =
      stream.uniform() * min(30, log(1e3 * emission.largestExcess / emission.leastVirtuality))
    let excess = min(
      emission.largestExcess * stream.uniform(), emission.leastVirtuality * exp(depth - 3))
    recoil = RecoilKinematics(emission, excess: excess)
    let span = recoil.largestTransfer - recoil.leastTransfer
    let reach = log(1e4 * span / recoil.leastTransfer)
    risen = min(span * stream.uniform(), recoil.leastTransfer * exp(stream.uniform() * reach - 3))
    azimuth = 2 * .pi * stream.uniform()
  }
}
