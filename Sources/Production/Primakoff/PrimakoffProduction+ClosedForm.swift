// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Numerics

extension PrimakoffProduction {
  /// The cross section in logarithms, as generators of the field use it.
  ///
  ///     sigma = g^2 alpha Z^2 / 8 [ln((d + t_min) / (t_a + t_min)) - 2],  t_min = m^4 / (4 E^2)
  ///
  /// t_a, d: screening and size of the elastic form factor, GeV^2. The limit of `flux` for t_a << d,
  /// t_max far above d and t_min far below d: on lead within 1e-4 up to 100 MeV at 10 GeV, 1.3% low
  /// at 300 MeV.
  ///
  /// - Parameter energy: energy of the photon in GeV.
  /// - Returns: pb per atom; zero at and below the threshold.
  /// - Throws: where the atom may break up, and where t_min is so near d that the logarithms give
  ///   nothing above zero.
  /// - Source: Bondi:2021nfp, section 3, axion-like particles
  package func closedForm(at energy: Double) throws(ProductionError) -> Estimate {
    try ProductionError.check(energy: energy)
    guard atom.inelastic == nil else {
      throw ProductionError(
        "no closed form", because: "it holds for an atom that stays whole",
        try: "use the elastic form factor, or the integral")
    }
    guard energy > threshold else { return Estimate(value: 0, error: 0) }
    let least = 0.5 * mass * mass / energy
    let transfer = least * least
    let logarithm =
      log((atom.elastic.size + transfer) / (atom.elastic.screening + transfer)) - 2
    guard logarithm > 0 else {
      throw ProductionError(
        "no closed form at \(energy) GeV",
        because: "t_min = \(transfer) GeV^2 is not far below \(atom.elastic.size) GeV^2",
        try: "use the integral")
    }
    let value = strength * atom.elastic.chargeSquare * logarithm
    return Estimate(value: value, error: 1e-13 * value)
  }
}
