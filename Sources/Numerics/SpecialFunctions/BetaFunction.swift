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
    try SpecialFunctionCall.evaluate("incomplete beta", "gsl_sf_beta_inc_e", [a, b, x]) {
      gsl_sf_beta_inc_e(a, b, x, $0)
    }
  }
}
