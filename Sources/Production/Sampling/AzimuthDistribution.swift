// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics

/// How the recoil is turned about V once all else of l Z -> l Z X is known; a hot value type.
///
/// With tau = sin^2(phi / 2) and s = s_min + (s_max - s_min) tau, the amplitude of
/// ``ExactAmplitude`` is a cubic over a square, A = Q(tau) / s^2. Four values fix Q, in the basis of
/// Bernstein. Two densities propose phi: an even one, and one that goes as 1 / s, which
///
///     tan(phi / 2) = sqrt(s_min / s_max) tan(chi / 2),   chi even,
///
/// draws without rejection. The better one is accepted with the amplitude over its bound. A ratio of
/// two polynomials in Bernstein form lies below the largest ratio of their coefficients, so that the
/// bound holds everywhere and the draw is exact. Nothing trigonometric is called.
///
/// - Source: Farouki2012bernstein, section 4.2 (convex hull)
/// - Source: Devroye1986nonuniform, section II.3 (rejection)
struct AzimuthDistribution {
  /// The coefficients of Q.
  private let cubic: SIMD4<Double>
  private let least: Double
  private let most: Double
  /// sqrt(s_min / s_max) for the proposal with a peak, 1 for the even one.
  private let ratio: Double
  private let bound: Double

  /// Makes the distribution at a momentum transfer t - t_min in GeV^2.
  @inline(__always)
  init(_ amplitude: ExactAmplitude, _ recoil: RecoilKinematics, risen: Double) {
    let point = TransferPoint(recoil, at: SIMD4(repeating: risen))
    let swing = point.swing[0].squareRoot()
    most = point.mean[0] + swing
    least = point.root[0] * point.root[0] / most
    let nodes = SIMD4(0, 1.0 / 3, 2.0 / 3, 1)
    let s = least + (2 * swing) * nodes
    let q = amplitude(recoil, at: point, sineSquares: nodes) * s * s
    let second = (-5 * q[0] + 18 * q[1] - 9 * q[2] + 2 * q[3]) / 6
    let third = (2 * q[0] - 9 * q[1] + 18 * q[2] - 5 * q[3]) / 6
    cubic = SIMD4(q[0], second, third, q[3])

    let line = SIMD4(least, (2 * least + most) / 3, (least + 2 * most) / 3, most)
    let square = SIMD4(
      least * least, least * (least + 2 * most) / 3, most * (2 * least + most) / 3, most * most)
    let peaked = (cubic / line).max()
    let even = (cubic / square).max()
    // H is the inverse of the mean of 1 / s.
    let isPeaked = peaked < even * point.root[0]
    ratio = isPeaked ? (least / most).squareRoot() : 1
    // Beyond the rounding of the coefficients.
    bound = (isPeaked ? peaked : even) * (1 + 1e-9)
  }

  /// Draws the cosine and the sine of phi.
  @inline(__always)
  func draw(using stream: inout RandomStream) -> (cosine: Double, sine: Double) {
    while true {
      let a = 2 * stream.uniform() - 1
      let b = 2 * stream.uniform() - 1
      guard a * a + b * b <= 1 else { continue }
      let c = ratio * b
      let perSquare = 1 / (a * a + c * c)
      let tau = c * c * perSquare
      let angle = (cosine: (a * a - c * c) * perSquare, sine: 2 * a * c * perSquare)
      let rest = a * a * perSquare
      let s = least * rest + most * tau
      let q =
        rest * rest * (rest * cubic[0] + 3 * tau * cubic[1])
        + tau * tau * (3 * rest * cubic[2] + tau * cubic[3])
      let density = ratio < 1 ? q / s : q / (s * s)
      // A bound that is no positive number belongs to a point without probability.
      if stream.uniform() * bound < density || !(bound > 0) { return angle }
    }
  }
}
