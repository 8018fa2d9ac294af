// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL

/// Clausen's function Cl2(x) = - integral of ln(2 sin(t/2)) from 0 to x = Im Li2(exp(ix)).
///
/// - Source: AbramowitzStegun1964, section 27.8
public enum Clausen {
  /// Cl2(x) for any x.
  public static func value(at x: Double) throws(NumericsError) -> Estimate {
    try SpecialFunctionCall.evaluate("Cl2", "gsl_sf_clausen_e", [x]) { gsl_sf_clausen_e(x, $0) }
  }
}
