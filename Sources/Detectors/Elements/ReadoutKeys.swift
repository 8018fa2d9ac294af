// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities

/// The keys of how the light of a cell or counter becomes a number.
package enum ReadoutKeys {
  /// How well gains are known.
  package static let calibrationError = Key<Measured<FractionDimension>>(
    "calibration-error", .measured(.nonNegative), default: Measured(.zero),
    meaning: "rms of the gain of a cell, drawn anew for every event", example: "1 %")

  /// Noise.
  package static let noise = Key<Measured<EnergyDimension>>(
    "cell-noise", .measured(.nonNegative), default: Measured(.zero),
    meaning: "rms of the noise of a cell, on the scale of its energy", example: "5 MeV")

  /// Photostatistics.
  package static let photoelectrons = Key<Measured<InverseEnergyDimension>?>(
    "photoelectrons", optional: .measured(.positive),
    meaning: "photoelectrons per energy; without it their number does not fluctuate",
    example: "5000 /GeV")

  static let form = Form(
    "readout", meaning: "how light becomes a number",
    keys: [calibrationError, noise, photoelectrons])
}
