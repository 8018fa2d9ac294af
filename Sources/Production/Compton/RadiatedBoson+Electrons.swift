// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

extension RadiatedBoson {
  /// Refuses an X without mass or without coupling to the electrons of the target.
  func requireElectronCoupling() throws(ProductionError) {
    guard mass > 0, mass.isFinite else {
      throw ProductionError(
        "invalid mass \(mass) GeV", because: "X has a finite mass above zero",
        try: "give a mass, such as 16.7 MeV")
    }
    guard couplingSquare > 0, couplingSquare.isFinite else {
      throw ProductionError(
        "no production on electrons", because: "the coupling of X to the electron is zero",
        try: "give epsilon, or the coupling to the electron")
    }
  }
}
