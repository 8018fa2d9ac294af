// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

extension TargetAtom {
  /// The flux of virtual photons between two squared momentum transfers in GeV^2.
  ///
  ///     chi = integral from t_min to t_max of (t - t_min) / t^2 G2(t) dt
  ///
  /// Zero where t_min is not below t_max; relative error below 1e-12.
  ///
  /// - Source: Bjorken:2009mm, appendix A
  package func flux(from lower: Double, to upper: Double) -> Double {
    let whole = elastic.flux(from: lower, to: upper)
    guard let inelastic else { return whole }
    return whole + inelastic.flux(from: lower, to: upper)
  }
}
