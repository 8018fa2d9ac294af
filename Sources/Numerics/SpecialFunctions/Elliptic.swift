// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL

/// Legendre's elliptic integrals as functions of the modulus k, abs(k) < 1 (m = k^2).
///
/// - Source: AbramowitzStegun1964, chapter 17
public enum Elliptic {
  // GSL_PREC_DOUBLE: full double precision.
  private static let mode = gsl_mode_t(GSL_PREC_DOUBLE)

  /// F(phi, k), the integral of 1 / sqrt(1 - k^2 sin^2 t) from 0 to phi.
  public static func first(amplitude: Double, modulus: Double) throws(NumericsError) -> Estimate {
    try SpecialFunctionCall.evaluate("elliptic F", "gsl_sf_ellint_F_e", [amplitude, modulus]) {
      gsl_sf_ellint_F_e(amplitude, modulus, mode, $0)
    }
  }

  /// E(phi, k), the integral of sqrt(1 - k^2 sin^2 t) from 0 to phi.
  public static func second(amplitude: Double, modulus: Double) throws(NumericsError) -> Estimate {
    try SpecialFunctionCall.evaluate("elliptic E", "gsl_sf_ellint_E_e", [amplitude, modulus]) {
      gsl_sf_ellint_E_e(amplitude, modulus, mode, $0)
    }
  }

  /// Pi(n; phi, k), the integral of 1 / ((1 - n sin^2 t) sqrt(1 - k^2 sin^2 t)) from 0 to phi.
  ///
  /// The sign of the characteristic n is that of Abramowitz and Stegun; GSL's is the opposite.
  public static func third(
    characteristic: Double, amplitude: Double, modulus: Double
  ) throws(NumericsError) -> Estimate {
    try SpecialFunctionCall.evaluate(
      "elliptic Pi", "gsl_sf_ellint_P_e", [characteristic, amplitude, modulus]
    ) {
      gsl_sf_ellint_P_e(amplitude, modulus, -characteristic, mode, $0)
    }
  }

  /// K(k) = F(pi/2, k).
  public static func completeFirst(modulus: Double) throws(NumericsError) -> Estimate {
    try SpecialFunctionCall.evaluate("elliptic K", "gsl_sf_ellint_Kcomp_e", [modulus]) {
      gsl_sf_ellint_Kcomp_e(modulus, mode, $0)
    }
  }

  /// E(k) = E(pi/2, k).
  public static func completeSecond(modulus: Double) throws(NumericsError) -> Estimate {
    try SpecialFunctionCall.evaluate("complete elliptic E", "gsl_sf_ellint_Ecomp_e", [modulus]) {
      gsl_sf_ellint_Ecomp_e(modulus, mode, $0)
    }
  }
}
