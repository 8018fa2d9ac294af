// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

extension SamplingCalorimeter {
  /// The share of the loss of a minimum-ionising particle that the active layers take, by mean loss
  /// at beta gamma = 3.5; nil where a layer is vacuum.
  package var minimumIonisingShare: Double? {
    guard let inAbsorber = IonisationLoss(absorber.material),
      let inActive = IonisationLoss(active.material)
    else { return nil }
    let betaGamma = 3.5
    let seen = inActive.mean(betaGamma: betaGamma) * active.thickness
    let lost = inAbsorber.mean(betaGamma: betaGamma) * absorber.thickness
    return seen / (seen + lost)
  }
}
