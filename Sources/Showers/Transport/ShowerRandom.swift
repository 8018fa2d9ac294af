// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics

/// The random numbers of one shower, made in batches: uniform, exponential, azimuths.
///
/// All three draw on the same words in the order in which their batches run out, so that a shower
/// depends on seed and event number alone. Every word makes two numbers of 32 bits,
/// (j + 1/2) / 2^32, fine enough for choices between processes and for places in tables. A batch is
/// made in vector lanes; what is left of it at the end of a shower is dropped.
package struct ShowerRandom: ~Copyable {
  private static let size = 128

  private var words: RandomWords
  private let uniforms: UnsafeMutablePointer<Double>
  private let exponentials: UnsafeMutablePointer<Double>
  private let cosines: UnsafeMutablePointer<Double>
  private let sines: UnsafeMutablePointer<Double>
  private var uniformPlace = Self.size
  private var exponentialPlace = Self.size
  private var azimuthPlace = Self.size

  /// The numbers of an event.
  package init(seed: UInt64, event: Int) {
    words = RandomWords(RandomStream(seed: seed, name: "shower", event: event))
    uniforms = .allocate(capacity: 4 * Self.size)
    uniforms.initialize(repeating: 0, count: 4 * Self.size)
    exponentials = uniforms + Self.size
    cosines = exponentials + Self.size
    sines = cosines + Self.size
  }

  deinit { uniforms.deallocate() }

  /// Begins another event in place.
  mutating func begin(seed: UInt64, event: Int) {
    words = RandomWords(RandomStream(seed: seed, name: "shower", event: event))
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
    var words = words
    for place in stride(from: 0, to: Self.size, by: 16) {
      let (first, second) = Self.numbers(words.next())
      store(first.lowHalf, uniforms + place)
      store(first.highHalf, uniforms + place + 4)
      store(second.lowHalf, uniforms + place + 8)
      store(second.highHalf, uniforms + place + 12)
    }
    self.words = words
    uniformPlace = 0
  }

  @inline(never)
  private mutating func refillExponentials() {
    var words = words
    for place in stride(from: 0, to: Self.size, by: 16) {
      let (first, second) = Self.numbers(words.next())
      store(0 - log(first.lowHalf), exponentials + place)
      store(0 - log(first.highHalf), exponentials + place + 4)
      store(0 - log(second.lowHalf), exponentials + place + 8)
      store(0 - log(second.highHalf), exponentials + place + 12)
    }
    self.words = words
    exponentialPlace = 0
  }

  @inline(never)
  private mutating func refillAzimuths() {
    var words = words
    for place in stride(from: 0, to: Self.size, by: 16) {
      let (first, second) = Self.numbers(words.next())
      storeCircle(first.lowHalf, place)
      storeCircle(first.highHalf, place + 4)
      storeCircle(second.lowHalf, place + 8)
      storeCircle(second.highHalf, place + 12)
    }
    self.words = words
    azimuthPlace = 0
  }

  @inline(__always)
  private func storeCircle(_ u: SIMD4<Double>, _ place: Int) {
    let point = Self.circle(u)
    store(point.cosine, cosines + place)
    store(point.sine, sines + place)
  }

  @inline(__always)
  private func store(_ four: SIMD4<Double>, _ place: UnsafeMutablePointer<Double>) {
    UnsafeMutableRawPointer(place).storeBytes(of: four, as: SIMD4<Double>.self)
  }

  /// Sixteen numbers from eight words: of their lower halves, and of their upper halves.
  @inline(__always)
  private static func numbers(_ words: SIMD8<UInt64>) -> (SIMD8<Double>, SIMD8<Double>) {
    // The bits of 1 with 32 bits at the head of the significand, and half a unit after them.
    let one = SIMD8<UInt64>(repeating: 0x3FF0_0000_0008_0000)
    let low = unsafeBitCast(((words &<< 32) &>> 12) | one, to: SIMD8<Double>.self)
    let high = unsafeBitCast(((words &>> 32) &<< 20) | one, to: SIMD8<Double>.self)
    return (low - 1, high - 1)
  }

  /// Cosine and sine of 2 pi u.
  ///
  /// With t = u - 1/2, sine and cosine of pi t by their Taylor series to 5e-11, then those of
  /// the double angle, which is 2 pi u less half a turn; that does not matter for an even angle.
  @inline(__always)
  private static func circle(
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
