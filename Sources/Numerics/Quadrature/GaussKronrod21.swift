// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// The 21-point Gauss-Kronrod rule: an integral and its error from the same 21 values.
///
/// Exact for polynomials of degree 31. The error compares with the embedded 10-point Gauss rule
/// and is scaled as in QUADPACK, which makes it cautious for smooth integrands.
///
/// - Source: Piessens1983quadpack, routine QK21
@usableFromInline
struct GaussKronrod21 {
  /// The integral over one piece, its error, and what limits its accuracy.
  @usableFromInline
  struct Result {
    @usableFromInline var value: Double
    @usableFromInline var error: Double
    /// The integral of abs(f), which sets the size of rounding errors.
    @usableFromInline var magnitude: Double
    /// The first place where the function is not finite, as parameter and value.
    @usableFromInline var notFinite: (at: Double, value: Double)?

    @usableFromInline
    init(value: Double, error: Double, magnitude: Double) {
      self.value = value
      self.error = error
      self.magnitude = magnitude
    }
  }

  // Positive nodes from the outside in; those with odd index are the nodes of the Gauss rule.
  @usableFromInline static let nodes: InlineArray<10, Double> = [
    0.995657163025808080735527280689003, 0.973906528517171720077964012084452,
    0.930157491355708226001207180059508, 0.865063366688984510732096688423493,
    0.780817726586416897063717578345042, 0.679409568299024406234327365114874,
    0.562757134668604683339000099272694, 0.433395394129247190799265943165784,
    0.294392862701460198131126603103866, 0.148874338981631210884826001129720,
  ]

  @usableFromInline static let kronrodWeights: InlineArray<10, Double> = [
    0.011694638867371874278064396062192, 0.032558162307964727478818972459390,
    0.054755896574351996031381300244580, 0.075039674810919952767043140916190,
    0.093125454583697605535065465083366, 0.109387158802297641899210590325805,
    0.123491976262065851077958109585166, 0.134709217311473325928054001771707,
    0.142775938577060080797094273138717, 0.147739104901338491374841515972068,
  ]

  @usableFromInline static let gaussWeights: InlineArray<5, Double> = [
    0.066671344308688137593568809893332, 0.149451349150580593145863396957658,
    0.219086362515982043995534934228163, 0.269266719309996355091226921569469,
    0.295524224714752870173815619188769,
  ]

  @usableFromInline static let centreWeight = 0.149445554002916905664936468389821

  /// Applies the rule to f between two finite ends.
  @inlinable @inline(__always)
  static func apply<Failure: Error>(
    from lower: Double, to upper: Double, _ f: (Double) throws(Failure) -> Double
  ) throws(Failure) -> Result {
    // Local copies of the tables, so that the loop reads no globals.
    let nodes = nodes
    let kronrodWeights = kronrodWeights
    let gaussWeights = gaussWeights
    let centre = 0.5 * (lower + upper)
    let half = 0.5 * (upper - lower)
    let middle = try f(centre)
    var below = InlineArray<10, Double>(repeating: 0)
    var above = InlineArray<10, Double>(repeating: 0)
    var kronrod = centreWeight * middle
    var gauss = 0.0
    var magnitude = centreWeight * middle.magnitude
    for index in 0..<10 {
      let offset = half * nodes[index]
      let left = try f(centre - offset)
      let right = try f(centre + offset)
      below[index] = left
      above[index] = right
      let weight = kronrodWeights[index]
      kronrod += weight * (left + right)
      magnitude += weight * (left.magnitude + right.magnitude)
      if index & 1 == 1 { gauss += gaussWeights[index >> 1] * (left + right) }
    }
    let mean = 0.5 * kronrod
    var spread = centreWeight * (middle - mean).magnitude
    for index in 0..<10 {
      spread +=
        kronrodWeights[index]
        * ((below[index] - mean).magnitude + (above[index] - mean).magnitude)
    }
    var result = Result(
      value: half * kronrod,
      error: scaledError(
        (half * (kronrod - gauss)).magnitude, spread: spread * half.magnitude,
        magnitude: magnitude * half.magnitude),
      magnitude: magnitude * half.magnitude)
    if !result.magnitude.isFinite {
      result.notFinite = firstNotFinite(centre, half, middle, below, above)
    }
    return result
  }

  /// QUADPACK's error: (200 d / spread)^(3/2) spread, and not below the rounding of the sum.
  @inlinable
  static func scaledError(_ difference: Double, spread: Double, magnitude: Double) -> Double {
    var error = difference
    if spread != 0 && error != 0 {
      let ratio = 200 * error / spread
      error = ratio < 1 ? spread * ratio * ratio.squareRoot() : spread
    }
    return max(error, 50 * Double.ulpOfOne * magnitude)
  }

  @usableFromInline
  static func firstNotFinite(
    _ centre: Double, _ half: Double, _ middle: Double, _ below: InlineArray<10, Double>,
    _ above: InlineArray<10, Double>
  ) -> (at: Double, value: Double) {
    for index in 0..<10 where !below[index].isFinite {
      return (centre - half * nodes[index], below[index])
    }
    if !middle.isFinite { return (centre, middle) }
    for index in 0..<10 where !above[index].isFinite {
      return (centre + half * nodes[index], above[index])
    }
    return (centre, .infinity)
  }
}
