// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL

/// Riemann's and Hurwitz's zeta functions.
///
/// - Source: AbramowitzStegun1964, section 23.2
public enum Zeta {
  /// zeta(s) = sum over n >= 1 of n^-s, continued below s = 1; s not 1.
  public static func riemann(_ s: Double) throws(NumericsError) -> Estimate {
    try SpecialFunctionCall.evaluate("zeta", "gsl_sf_zeta_e", [s]) { gsl_sf_zeta_e(s, $0) }
  }

  /// zeta(s, q) = sum over n >= 0 of (n + q)^-s; s > 1, q > 0.
  public static func hurwitz(_ s: Double, _ q: Double) throws(NumericsError) -> Estimate {
    try SpecialFunctionCall.evaluate("Hurwitz zeta", "gsl_sf_hzeta_e", [s, q]) {
      gsl_sf_hzeta_e(s, q, $0)
    }
  }
}
