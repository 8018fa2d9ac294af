// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL

/// Bessel functions: the modified ones I and K of whole and fractional order, and spherical j.
///
/// The scaled forms carry no exponential and neither overflow nor underflow at large arguments.
/// The plain K underflows above x of about 700, the plain I overflows above 710; both are errors.
/// Values are good to about 1e-14 of themselves for moderate orders.
///
/// - Source: AbramowitzStegun1964, chapters 9 and 10
public enum Bessel {
  /// K_n(x), x > 0.
  public static func k(_ order: Int, at x: Double) throws(NumericsError) -> Estimate {
    let n = try whole(order)
    return try SpecialFunctionCall.evaluate(
      "Bessel K", "gsl_sf_bessel_Kn_e", [Double(order), x], suggestion: tooSmall("kScaled", x)
    ) { gsl_sf_bessel_Kn_e(n, x, $0) }
  }

  /// K_nu(x), x > 0, nu >= 0.
  public static func k(_ order: Double, at x: Double) throws(NumericsError) -> Estimate {
    try SpecialFunctionCall.evaluate(
      "Bessel K", "gsl_sf_bessel_Knu_e", [order, x], suggestion: tooSmall("kScaled", x)
    ) { gsl_sf_bessel_Knu_e(order, x, $0) }
  }

  /// exp(x) K_n(x), x > 0.
  public static func kScaled(_ order: Int, at x: Double) throws(NumericsError) -> Estimate {
    let n = try whole(order)
    return try SpecialFunctionCall.evaluate(
      "scaled Bessel K", "gsl_sf_bessel_Kn_scaled_e", [Double(order), x]
    ) {
      gsl_sf_bessel_Kn_scaled_e(n, x, $0)
    }
  }

  /// exp(x) K_nu(x), x > 0, nu >= 0.
  public static func kScaled(_ order: Double, at x: Double) throws(NumericsError) -> Estimate {
    try SpecialFunctionCall.evaluate("scaled Bessel K", "gsl_sf_bessel_Knu_scaled_e", [order, x]) {
      gsl_sf_bessel_Knu_scaled_e(order, x, $0)
    }
  }

  /// I_n(x).
  public static func i(_ order: Int, at x: Double) throws(NumericsError) -> Estimate {
    let n = try whole(order)
    return try SpecialFunctionCall.evaluate(
      "Bessel I", "gsl_sf_bessel_In_e", [Double(order), x], suggestion: tooSmall("iScaled", x)
    ) { gsl_sf_bessel_In_e(n, x, $0) }
  }

  /// I_nu(x), x >= 0, nu >= 0.
  public static func i(_ order: Double, at x: Double) throws(NumericsError) -> Estimate {
    try SpecialFunctionCall.evaluate(
      "Bessel I", "gsl_sf_bessel_Inu_e", [order, x], suggestion: tooSmall("iScaled", x)
    ) { gsl_sf_bessel_Inu_e(order, x, $0) }
  }

  /// exp(-abs(x)) I_n(x).
  public static func iScaled(_ order: Int, at x: Double) throws(NumericsError) -> Estimate {
    let n = try whole(order)
    return try SpecialFunctionCall.evaluate(
      "scaled Bessel I", "gsl_sf_bessel_In_scaled_e", [Double(order), x]
    ) {
      gsl_sf_bessel_In_scaled_e(n, x, $0)
    }
  }

  /// exp(-x) I_nu(x), x >= 0, nu >= 0.
  public static func iScaled(_ order: Double, at x: Double) throws(NumericsError) -> Estimate {
    try SpecialFunctionCall.evaluate("scaled Bessel I", "gsl_sf_bessel_Inu_scaled_e", [order, x]) {
      gsl_sf_bessel_Inu_scaled_e(order, x, $0)
    }
  }

  /// The spherical Bessel function j_l(x), x >= 0, l >= 0; j_0(x) = sin(x) / x.
  public static func sphericalJ(_ order: Int, at x: Double) throws(NumericsError) -> Estimate {
    let l = try whole(order)
    return try SpecialFunctionCall.evaluate(
      "spherical Bessel j", "gsl_sf_bessel_jl_e", [Double(order), x]
    ) {
      gsl_sf_bessel_jl_e(l, x, $0)
    }
  }

  // GSL recurs from order 0, so a huge order would keep it busy for minutes.
  private static func whole(_ order: Int) throws(NumericsError) -> Int32 {
    guard (-100_000...100_000).contains(order) else {
      throw NumericsError(
        "no Bessel function of order \(order)",
        .invalidArgument("the order must be within -100000 to 100000"))
    }
    return Int32(truncatingIfNeeded: order)
  }

  private static func tooSmall(_ scaled: String, _ x: Double) -> String {
    x > 100 ? "use \(scaled), which carries no exponential" : ""
  }
}
