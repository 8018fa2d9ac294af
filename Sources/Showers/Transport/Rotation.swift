// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Turns a unit vector by an angle about a random azimuth.
///
/// The two vectors across are built without a root and without a branch; the length stays one to
/// the rounding.
/// - Source: Duff2017basis, listing 3
@inline(__always)
func turned(
  _ d: ShowerVector, cosine: Double, sine: Double, azimuth: (cosine: Double, sine: Double)
) -> ShowerVector {
  let sign: Double = d.z >= 0 ? 1 : -1
  let a = -1 / (sign + d.z)
  let b = d.x * d.y * a
  let p = sine * azimuth.cosine
  let q = sine * azimuth.sine
  return ShowerVector(
    cosine * d.x + p * (1 + sign * d.x * d.x * a) + q * b,
    cosine * d.y + p * (sign * b) + q * (sign + d.y * d.y * a),
    cosine * d.z - p * (sign * d.x) - q * d.y)
}
