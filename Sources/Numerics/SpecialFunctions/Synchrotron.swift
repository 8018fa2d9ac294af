// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL

/// The functions that shape the spectrum of synchrotron radiation.
///
/// x is the photon energy over the critical energy, 0 and above.
///
/// - Source: Schwinger1949radiation, equation II.16
public enum Synchrotron {
  /// F(x) = x times the integral of K_5/3(t) from t = x to infinity.
  public static func spectrum(at x: Double) throws(NumericsError) -> Estimate {
    try SpecialFunctionCall.evaluate("synchrotron F", "gsl_sf_synchrotron_1_e", [x]) {
      gsl_sf_synchrotron_1_e(x, $0)
    }
  }

  /// G(x) = x K_2/3(x), the difference of the two polarisations.
  public static func polarisation(at x: Double) throws(NumericsError) -> Estimate {
    try SpecialFunctionCall.evaluate("synchrotron G", "gsl_sf_synchrotron_2_e", [x]) {
      gsl_sf_synchrotron_2_e(x, $0)
    }
  }
}
