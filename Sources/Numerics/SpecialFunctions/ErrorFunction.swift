// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL

/// The error function and its complement.
///
/// - Source: AbramowitzStegun1964, chapter 7
public enum ErrorFunction {
  /// erf(x) = 2 / sqrt(pi) times the integral of exp(-t^2) from 0 to x.
  public static func value(at x: Double) throws(NumericsError) -> Estimate {
    try SpecialFunctionCall.evaluate("erf", "gsl_sf_erf_e", [x]) { gsl_sf_erf_e(x, $0) }
  }

  /// erfc(x) = 1 - erf(x), without the cancellation.
  public static func complement(at x: Double) throws(NumericsError) -> Estimate {
    try SpecialFunctionCall.evaluate("erfc", "gsl_sf_erfc_e", [x]) { gsl_sf_erfc_e(x, $0) }
  }

  /// ln erfc(x), which reaches where erfc underflows.
  public static func logComplement(at x: Double) throws(NumericsError) -> Estimate {
    try SpecialFunctionCall.evaluate("ln erfc", "gsl_sf_log_erfc_e", [x]) {
      gsl_sf_log_erfc_e(x, $0)
    }
  }
}
