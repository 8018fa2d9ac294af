// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL

/// The gamma function, its logarithm and derivatives, and the incomplete gamma functions.
///
/// - Source: AbramowitzStegun1964, chapter 6
public enum GammaFunction {
  /// Gamma(x), x not 0, -1, -2, ...; overflows above 171.6.
  public static func value(at x: Double) throws(NumericsError) -> Estimate {
    try SpecialFunctionCall.evaluate(
      "gamma", "gsl_sf_gamma_e", [x], suggestion: x > 170 ? "use logarithm" : ""
    ) { gsl_sf_gamma_e(x, $0) }
  }

  /// ln abs(Gamma(x)), x not 0, -1, -2, ....
  public static func logarithm(at x: Double) throws(NumericsError) -> Estimate {
    try SpecialFunctionCall.evaluate("ln gamma", "gsl_sf_lngamma_e", [x]) {
      gsl_sf_lngamma_e(x, $0)
    }
  }

  /// The digamma function psi(x) = d ln Gamma(x) / dx.
  public static func digamma(at x: Double) throws(NumericsError) -> Estimate {
    try SpecialFunctionCall.evaluate("digamma", "gsl_sf_psi_e", [x]) { gsl_sf_psi_e(x, $0) }
  }

  /// The polygamma function, the derivative of the given order of psi(x), x > 0.
  public static func polygamma(_ order: Int, at x: Double) throws(NumericsError) -> Estimate {
    guard (0...100).contains(order) else {
      throw NumericsError(
        "no polygamma function of order \(order)",
        .invalidArgument("the order must be within 0 to 100"))
    }
    return try SpecialFunctionCall.evaluate("polygamma", "gsl_sf_psi_n_e", [Double(order), x]) {
      gsl_sf_psi_n_e(Int32(order), x, $0)
    }
  }

  /// P(a, x) = integral of t^(a-1) exp(-t) from 0 to x, over Gamma(a); a > 0, x >= 0.
  public static func lowerIncomplete(_ a: Double, _ x: Double) throws(NumericsError) -> Estimate {
    try SpecialFunctionCall.evaluate("incomplete gamma P", "gsl_sf_gamma_inc_P_e", [a, x]) {
      isBeyondGSL(a, x)
        ? fill($0, IncompleteGamma.lower(a, x)) : gsl_sf_gamma_inc_P_e(a, x, $0)
    }
  }

  /// Q(a, x) = 1 - P(a, x), without the cancellation; a >= 0, x >= 0.
  public static func upperIncomplete(_ a: Double, _ x: Double) throws(NumericsError) -> Estimate {
    try SpecialFunctionCall.evaluate("incomplete gamma Q", "gsl_sf_gamma_inc_Q_e", [a, x]) {
      isBeyondGSL(a, x)
        ? fill($0, IncompleteGamma.upper(a, x)) : gsl_sf_gamma_inc_Q_e(a, x, $0)
    }
  }

  /// The x at which P(a, x) is the given fraction, 0 <= fraction < 1.
  public static func inverseLower(_ a: Double, _ fraction: Double) throws(NumericsError) -> Double {
    try GammaDistribution(shape: a).quantile(fraction)
  }

  /// The x at which Q(a, x) is the given fraction, 0 < fraction <= 1.
  public static func inverseUpper(_ a: Double, _ fraction: Double) throws(NumericsError) -> Double {
    try GammaDistribution(shape: a).upperQuantile(fraction)
  }

  private static func isBeyondGSL(_ a: Double, _ x: Double) -> Bool { a > 100 && x > 0 }

  /// Answers in GSL's manner with a value computed here, good to a few 1e-14.
  private static func fill(
    _ result: UnsafeMutablePointer<gsl_sf_result>, _ value: Double
  ) -> Int32 {
    result.pointee = gsl_sf_result(val: value, err: 5e-14 * value)
    return Int32(GSL_SUCCESS)
  }
}
