// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL

/// Debye's functions D_n(x) = n / x^n times the integral of t^n / (exp(t) - 1) from 0 to x.
///
/// - Source: AbramowitzStegun1964, section 27.1
public enum Debye {
  /// D_n(x) for n = 1 to 6, x >= 0.
  public static func value(_ order: Int, at x: Double) throws(NumericsError) -> Estimate {
    let routines = [
      gsl_sf_debye_1_e, gsl_sf_debye_2_e, gsl_sf_debye_3_e, gsl_sf_debye_4_e, gsl_sf_debye_5_e,
      gsl_sf_debye_6_e,
    ]
    guard (1...routines.count).contains(order) else {
      throw NumericsError(
        "no Debye function of order \(order)",
        .invalidArgument("the order must be within 1 to 6"))
    }
    return try SpecialFunctionCall.evaluate("Debye D\(order)", "gsl_sf_debye_\(order)_e", [x]) {
      routines[order - 1](x, $0)
    }
  }
}
