// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL

/// The exponential integrals.
///
/// - Source: AbramowitzStegun1964, chapter 5
public enum ExponentialIntegral {
  /// E1(x), the integral of exp(-t) / t from x to infinity; for x < 0 its principal value.
  public static func e1(at x: Double) throws(NumericsError) -> Estimate {
    try SpecialFunctionCall.evaluate(
      "E1", "gsl_sf_expint_E1_e", [x],
      suggestion: x > 100 ? "use e1Scaled, which carries no exponential" : ""
    ) { gsl_sf_expint_E1_e(x, $0) }
  }

  /// exp(x) E1(x).
  public static func e1Scaled(at x: Double) throws(NumericsError) -> Estimate {
    try SpecialFunctionCall.evaluate("scaled E1", "gsl_sf_expint_E1_scaled_e", [x]) {
      gsl_sf_expint_E1_scaled_e(x, $0)
    }
  }

  /// Ei(x) = -E1(-x), the principal value.
  public static func ei(at x: Double) throws(NumericsError) -> Estimate {
    try SpecialFunctionCall.evaluate("Ei", "gsl_sf_expint_Ei_e", [x]) { gsl_sf_expint_Ei_e(x, $0) }
  }
}
