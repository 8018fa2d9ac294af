// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics

extension ExactBremsstrahlung {
  package func total(
    at energy: Double, shares: ClosedRange<Double>
  ) throws(ProductionError) -> Estimate {
    guard shares.overlaps(fractions) else { return Estimate(value: 0, error: 0) }
    let cut = try ExactBremsstrahlung(
      boson, leptonMass: leptonMass, atom: atom, fractions: shares.clamped(to: fractions),
      accuracy: accuracy)
    return try cut.total(at: energy)
  }
}
