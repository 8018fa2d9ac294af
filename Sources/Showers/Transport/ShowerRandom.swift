// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics

/// The random numbers of one shower, made in batches: uniform, exponential, azimuths.
///
/// All three draw on the one stream of the event in the order in which their batches run out, so that
/// a shower depends on seed and event number alone. Every word of the stream makes two numbers of 32
/// bits, (j + 1/2) / 2^32, fine enough for choices between processes and for places in tables. A
/// batch is made in vector lanes; what is left of it at the end of a shower is dropped.
package struct ShowerRandom: ~Copyable {
  private static let size = 128

  private var stream: RandomStream
  private let words: UnsafeMutableBufferPointer<UInt64>
  private let uniforms: UnsafeMutablePointer<Double>
  private let exponentials: UnsafeMutablePointer<Double>
  private let cosines: UnsafeMutablePointer<Double>
  private let sines: UnsafeMutablePointer<Double>
  private var uniformPlace = Self.size
  private var exponentialPlace = Self.size
  private var azimuthPlace = Self.size

  /// The numbers of an event.
  package init(seed: UInt64, event: Int) {
    stream = RandomStream(seed: seed, name: "shower", event: event)
    words = .allocate(capacity: Self.size / 2)
    words.initialize(repeating: 0)
    uniforms = .allocate(capacity: 4 * Self.size)
    uniforms.initialize(repeating: 0, count: 4 * Self.size)
    exponentials = uniforms + Self.size
    cosines = exponentials + Self.size
    sines = cosines + Self.size
  }

  deinit {
    words.deallocate()
    uniforms.deallocate()
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
  package mutating func uniform() -> Double {
    if uniformPlace == Self.size { refillUniforms() }
    let value = uniforms[uniformPlace]
    uniformPlace &+= 1
    return value
  }

  /// Two numbers uniform on (0, 1), with one look at what is left of the batch.
  @inline(__always)
  mutating func pair() -> (Double, Double) {
    if uniformPlace > Self.size - 2 { refillUniforms() }
    let next = uniforms + uniformPlace
    uniformPlace &+= 2
    return (next[0], next[1])
  }

  /// Six numbers uniform on (0, 1), all that a step of a charged particle asks for at most.
  @inline(__always)
  mutating func six() -> (Double, Double, Double, Double, Double, Double) {
    if uniformPlace > Self.size - 6 { refillUniforms() }
    let next = uniforms + uniformPlace
    uniformPlace &+= 6
    return (next[0], next[1], next[2], next[3], next[4], next[5])
  }

  /// A number distributed as exp(-x), up to 22.9.
  @inline(__always)
  package mutating func exponential() -> Double {
    if exponentialPlace == Self.size { refillExponentials() }
    let value = exponentials[exponentialPlace]
    exponentialPlace &+= 1
    return value
  }

  /// Cosine and sine of an even angle.
  @inline(__always)
  package mutating func azimuth() -> (cosine: Double, sine: Double) {
    if azimuthPlace == Self.size { refillAzimuths() }
    let place = azimuthPlace
    azimuthPlace &+= 1
    return (cosines[place], sines[place])
  }

  @inline(never)
  private mutating func refillUniforms() {
    refillWords()
    for place in stride(from: 0, to: Self.size, by: 8) {
      let (low, high) = fourPairs(at: place / 2)
      store(low, uniforms + place)
      store(high, uniforms + place + 4)
    }
    uniformPlace = 0
  }

  @inline(never)
  private mutating func refillExponentials() {
    refillWords()
    for place in stride(from: 0, to: Self.size, by: 8) {
      let (low, high) = fourPairs(at: place / 2)
      store(0 - log(low), exponentials + place)
      store(0 - log(high), exponentials + place + 4)
    }
    exponentialPlace = 0
  }

  @inline(never)
  private mutating func refillAzimuths() {
    refillWords()
    for place in stride(from: 0, to: Self.size, by: 8) {
      let (low, high) = fourPairs(at: place / 2)
      let first = circle(low)
      let second = circle(high)
      store(first.cosine, cosines + place)
      store(second.cosine, cosines + place + 4)
      store(first.sine, sines + place)
      store(second.sine, sines + place + 4)
    }
    azimuthPlace = 0
  }

  @inline(__always)
  private mutating func refillWords() {
    var span = words.mutableSpan
    stream.fill(words: &span)
  }

  @inline(__always)
  private mutating func store(_ four: SIMD4<Double>, _ place: UnsafeMutablePointer<Double>) {
    UnsafeMutableRawPointer(place).storeBytes(of: four, as: SIMD4<Double>.self)
  }

  /// Eight numbers from four words, their lower halves and their upper halves.
  @inline(__always)
  private mutating func fourPairs(at place: Int) -> (SIMD4<Double>, SIMD4<Double>) {
    let four = UnsafeRawBufferPointer(words).loadUnaligned(
      fromByteOffset: 8 * place, as: SIMD4<UInt64>.self)
    // The bits of 1 with 32 bits at the head of the significand, and half a unit after them.
    let one = SIMD4<UInt64>(repeating: 0x3FF0_0000_0008_0000)
    let low = unsafeBitCast(((four &<< 32) &>> 12) | one, to: SIMD4<Double>.self)
    let high = unsafeBitCast(((four &>> 32) &<< 20) | one, to: SIMD4<Double>.self)
    return (low - 1, high - 1)
  }

  /// Cosine and sine of 2 pi u.
  ///
  /// With t = u - 1/2, sine and cosine of pi t by their Taylor series to 5e-11, then those of
  /// the double angle, which is 2 pi u less half a turn; that does not matter for an even angle.
  @inline(__always)
  private mutating func circle(
    _ u: SIMD4<Double>
  ) -> (cosine: SIMD4<Double>, sine: SIMD4<Double>) {
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
    return (1 - 2 * sine * sine, 2 * sine * cosine)
  }
}
