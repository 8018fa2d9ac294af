// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL

/// The dilogarithm Li2(z) = - integral of ln(1 - t) / t from 0 to z.
///
/// - Source: Lewin1981polylogarithms, chapter 1
public enum Dilogarithm {
  /// The real part of Li2(x) for real x; above 1 the function has an imaginary part too.
  public static func value(at x: Double) throws(NumericsError) -> Estimate {
    try SpecialFunctionCall.evaluate("Li2", "gsl_sf_dilog_e", [x]) { gsl_sf_dilog_e(x, $0) }
  }

  /// Li2(x + iy), with the cut along the real axis from 1 upwards.
  ///
  /// On the cut the imaginary part is that from below, -pi ln x; from above it is pi ln x.
  public static func value(
    atReal x: Double, imaginary y: Double
  ) throws(NumericsError) -> (real: Estimate, imaginary: Estimate) {
    var imaginary = gsl_sf_result(val: .nan, err: .nan)
    let real = try SpecialFunctionCall.evaluate("Li2", "gsl_sf_complex_dilog_xy_e", [x, y]) {
      gsl_sf_complex_dilog_xy_e(x, y, $0, &imaginary)
    }
    return (real, Estimate(value: imaginary.val, error: imaginary.err))
  }
}
