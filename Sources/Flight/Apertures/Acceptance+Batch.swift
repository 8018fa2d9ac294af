// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics

extension Acceptance {
  /// Says of many particles whether each is accepted.
  ///
  /// Straight lines are tested four at a time; charges are followed one by one if there are
  /// magnets. The answers are those of ``accepts(_:)``, but for particles within rounding of an
  /// edge.
  /// - Parameters:
  ///   - states: the particles at their start.
  ///   - flags: the answers, in the same order; as many as particles.
  package func accept(_ states: Span<TrackState>, into flags: inout MutableSpan<Bool>) {
    precondition(states.count == flags.count, "one answer for each particle")
    var start = 0
    while start + 4 <= states.count {
      var areStraight = true
      for lane in 0..<4 where !spectrometer.isStraight(for: states[start + lane]) {
        areStraight = false
      }
      if areStraight {
        let mask = acceptLines(states, from: start)
        for lane in 0..<4 { flags[start + lane] = mask[lane] }
      } else {
        for lane in 0..<4 { flags[start + lane] = accepts(states[start + lane]) }
      }
      start += 4
    }
    for index in start..<states.count { flags[index] = accepts(states[index]) }
  }

  /// Four straight lines against all apertures.
  private func acceptLines(_ states: Span<TrackState>, from start: Int) -> SIMDMask<SIMD4<Int64>> {
    var (x, y, z) = (SIMD4<Double>.zero, SIMD4<Double>.zero, SIMD4<Double>.zero)
    var (px, py, pz) = (x, y, z)
    for lane in 0..<4 {
      let state = states[start + lane]
      let (place, momentum) = (state.position, state.particle.momentum)
      (x[lane], y[lane], z[lane]) = (place.x, place.y, place.z)
      (px[lane], py[lane], pz[lane]) = (momentum.x, momentum.y, momentum.z)
    }
    let slopeX = px / pz
    let slopeY = py / pz
    var mask = SIMDMask<SIMD4<Int64>>(repeating: true)
    for aperture in apertures {
      let gap = aperture.z - z
      // On the plane already, or in front of it and on the way there.
      let isThere = gap .== 0
      mask = mask .& (isThere .| ((gap .> 0) .& (pz .> 0)))
      let shiftX = (gap * slopeX).replacing(with: 0, where: isThere)
      let shiftY = (gap * slopeY).replacing(with: 0, where: isThere)
      mask = mask .& aperture.contains(x + shiftX, y + shiftY)
      if !any(mask) { return mask }
    }
    return mask
  }
}
