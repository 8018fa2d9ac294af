// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// e^x for |x| < 700 to 4e-10 of itself, in a third of the time of the C library.
///
/// x = n ln 2 + r, |r| <= ln(2) / 2, and the Taylor series of e^r to r^8.
@inline(__always)
func quickExp(_ x: Double) -> Double {
  let shift = 0x1.8p52
  let shifted = x * 1.4426950408889634 + shift
  let n = shifted - shift
  let r = (x - n * 0.6931471803691238) - n * 1.9082149292705877e-10
  let r2 = r * r
  let r4 = r2 * r2
  let low = (1 + r) + r2 * (1.0 / 2 + r * (1.0 / 6))
  let high =
    (1.0 / 24 + r * (1.0 / 120)) + r2 * (1.0 / 720 + r * (1.0 / 5040) + r2 * (1.0 / 40320))
  let scale = Double(bitPattern: (shifted.bitPattern &+ 1023) &<< 52)
  return (low + r4 * high) * scale
}

/// ln x for positive normal x to 3e-10, in half the time of the C library.
///
/// x = 2^k (1 + f), sqrt(1/2) <= 1 + f < sqrt(2); with s = f / (2 + f) the series
/// 2 (s + s^3 / 3 + ... + s^11 / 11).
@inline(__always)
func quickLog(_ x: Double) -> Double {
  let root: UInt64 = 0x3FE6_A09E_667F_3BCD
  let bits = x.bitPattern &+ (0x3FF0_0000_0000_0000 &- root)
  let k = Double(bitPattern: (bits &>> 52) | 0x4330_0000_0000_0000) - (0x1p52 + 1023)
  let f = Double(bitPattern: (bits & 0x000F_FFFF_FFFF_FFFF) &+ root) - 1
  let s = f / (2 + f)
  let z = s * s
  let z2 = z * z
  let series =
    (2 + z * (2.0 / 3)) + z2 * ((2.0 / 5 + z * (2.0 / 7)) + z2 * (2.0 / 9 + z * (2.0 / 11)))
  return k * 0.6931471805599453 + s * series
}

/// ln x for positive normal x to 0.006, from its bits alone.
@inline(__always)
func roughLog(_ x: Double) -> Double {
  let bits = x.bitPattern
  let exponent = Double(bitPattern: (bits &>> 52) | 0x4330_0000_0000_0000) - (0x1p52 + 1023)
  let f = Double(bitPattern: (bits & 0x000F_FFFF_FFFF_FFFF) | 0x3FF0_0000_0000_0000) - 1
  return (exponent + f * (1.344 - 0.344 * f)) * 0.6931471805599453
}

/// The integer part of 0 <= x < 2^31, without the checks of a conversion; at an exact integer it may be
/// one less.
@inline(__always)
func quickFloor(_ x: Double) -> Int {
  Int(truncatingIfNeeded: Int32(truncatingIfNeeded: ((x - 0.5) + 0x1.8p52).bitPattern))
}
