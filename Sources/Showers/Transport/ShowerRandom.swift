// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Numerics

/// The random numbers of one shower, made in batches: uniform, exponential, azimuths.
///
/// All three draw on the one stream of the event in the order in which their batches run out, so that
/// a shower depends on seed and event number alone. A batch is made in vector lanes at a third of the
/// cost of single draws; what is left of it at the end of a shower is dropped.
struct ShowerRandom {
  private static let size = 128

  private var stream: RandomStream
  private var uniforms = InlineArray<128, Double>(repeating: 0)
  private var exponentials = InlineArray<128, Double>(repeating: 0)
  private var cosines = InlineArray<128, Double>(repeating: 0)
  private var sines = InlineArray<128, Double>(repeating: 0)
  private var uniformPlace = Self.size
  private var exponentialPlace = Self.size
  private var azimuthPlace = Self.size

  /// The numbers of an event.
  init(seed: UInt64, event: Int) {
    stream = RandomStream(seed: seed, name: "shower", event: event)
  }

  /// Begins another event in place.
  mutating func begin(seed: UInt64, event: Int) {
    stream = RandomStream(seed: seed, name: "shower", event: event)
    uniformPlace = Self.size
    exponentialPlace = Self.size
    azimuthPlace = Self.size
  }

  /// A number uniform on (0, 1).
  @inline(__always)
  mutating func uniform() -> Double {
    if uniformPlace == Self.size { refillUniforms() }
    let value = uniforms[unchecked: uniformPlace]
    uniformPlace &+= 1
    return value
  }

  /// A number distributed as exp(-x).
  @inline(__always)
  mutating func exponential() -> Double {
    if exponentialPlace == Self.size { refillExponentials() }
    let value = exponentials[unchecked: exponentialPlace]
    exponentialPlace &+= 1
    return value
  }

  /// A number of the normal distribution.
  @inline(__always)
  mutating func normal() -> Double { stream.normal() }

  /// Cosine and sine of an even angle.
  @inline(__always)
  mutating func azimuth() -> (cosine: Double, sine: Double) {
    if azimuthPlace == Self.size { refillAzimuths() }
    let place = azimuthPlace
    azimuthPlace &+= 1
    return (cosines[unchecked: place], sines[unchecked: place])
  }

  @inline(never)
  private mutating func refillUniforms() {
    var span = uniforms.mutableSpan
    stream.fill(uniform: &span)
    uniformPlace = 0
  }

  @inline(never)
  private mutating func refillExponentials() {
    var span = exponentials.mutableSpan
    stream.fill(exponential: &span)
    exponentialPlace = 0
  }

  /// Fills cosines and sines of 2 pi u.
  ///
  /// With t = u - 1/2 in half turns, sin(pi t) and cos(pi t) for |t| <= 1/2 by their Taylor series
  /// to below 1e-15, then the double angle.
  @inline(never)
  private mutating func refillAzimuths() {
    var span = cosines.mutableSpan
    stream.fill(uniform: &span)
    for index in stride(from: 0, to: Self.size, by: 4) {
      let u = SIMD4(
        cosines[unchecked: index], cosines[unchecked: index + 1], cosines[unchecked: index + 2],
        cosines[unchecked: index + 3])
      let x = (u - 0.5) * .pi
      let z = x * x
      var s = SIMD4<Double>(repeating: -1.0 / 1_307_674_368_000)
      s = s * z + 1.0 / 6_227_020_800
      s = s * z - 1.0 / 39_916_800
      s = s * z + 1.0 / 362_880
      s = s * z - 1.0 / 5040
      s = s * z + 1.0 / 120
      s = s * z - 1.0 / 6
      let sine = x + x * (z * s)
      var c = SIMD4<Double>(repeating: 1.0 / 20_922_789_888_000)
      c = c * z - 1.0 / 87_178_291_200
      c = c * z + 1.0 / 479_001_600
      c = c * z - 1.0 / 3_628_800
      c = c * z + 1.0 / 40320
      c = c * z - 1.0 / 720
      c = c * z + 1.0 / 24
      c = c * z - 0.5
      let cosine = c * z + 1
      let double = 2 * sine * cosine
      let doubleCosine = 1 - 2 * sine * sine
      for lane in 0..<4 {
        cosines[unchecked: index + lane] = doubleCosine[lane]
        sines[unchecked: index + lane] = double[lane]
      }
    }
    azimuthPlace = 0
  }
}
