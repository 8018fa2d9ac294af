// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL

/// Lambert's function W(x), the solution of W exp(W) = x.
///
/// - Source: Corless1996lambertw
public enum LambertW {
  /// The branch W >= -1, for x >= -1/e.
  public static func principal(at x: Double) throws(NumericsError) -> Estimate {
    try SpecialFunctionCall.evaluate("W0", "gsl_sf_lambert_W0_e", [x]) {
      gsl_sf_lambert_W0_e(x, $0)
    }
  }

  /// The branch W <= -1, for -1/e <= x < 0.
  public static func lower(at x: Double) throws(NumericsError) -> Estimate {
    // Above zero GSL answers with the other branch.
    guard x < 0 else {
      throw NumericsError(
        "no value of W-1(\(x))", .invalidArgument("the argument must lie in -1/e <= x < 0"),
        suggestion: "use principal")
    }
    return try SpecialFunctionCall.evaluate("W-1", "gsl_sf_lambert_Wm1_e", [x]) {
      gsl_sf_lambert_Wm1_e(x, $0)
    }
  }
}
