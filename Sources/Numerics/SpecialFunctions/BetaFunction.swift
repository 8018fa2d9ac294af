// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL

/// The beta function and its incomplete form.
///
/// - Source: AbramowitzStegun1964, sections 6.2 and 6.6
public enum BetaFunction {
  /// B(a, b) = Gamma(a) Gamma(b) / Gamma(a + b).
  public static func value(_ a: Double, _ b: Double) throws(NumericsError) -> Estimate {
    try SpecialFunctionCall.evaluate("beta", "gsl_sf_beta_e", [a, b]) { gsl_sf_beta_e(a, b, $0) }
  }

  /// ln B(a, b).
  public static func logarithm(_ a: Double, _ b: Double) throws(NumericsError) -> Estimate {
    try SpecialFunctionCall.evaluate("ln beta", "gsl_sf_lnbeta_e", [a, b]) {
      gsl_sf_lnbeta_e(a, b, $0)
    }
  }

  /// I_x(a, b), the integral of t^(a-1) (1-t)^(b-1) from 0 to x over B(a, b); 0 <= x <= 1.
  public static func incomplete(
    _ a: Double, _ b: Double, at x: Double
  ) throws(NumericsError) -> Estimate {
    guard a > 0, b > 0, a.isFinite, b.isFinite, x >= 0, x <= 1 else {
      throw NumericsError(
        "no value of incomplete beta(\(a), \(b), \(x))",
        .invalidArgument("a and b must be positive and finite, x be 0 to 1"))
    }
    let value = x == 0 || x == 1 ? x : IncompleteBeta.lower(a, b, x)
    return Estimate(value: value, error: 5e-14 * value)
  }
}
