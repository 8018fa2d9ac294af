// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities

/// The declared response of a calorimeter to hadrons, which no cascade is simulated for.
package struct HadronResponse: Hashable, Sendable {
  /// The mean energy of a contained hadron over that of an electron.
  package let response: Double
  /// The resolution for the energy that a hadron leaves.
  package let resolution: EnergyResolution

  /// A response by its numbers.
  package init(response: Double = 1, resolution: EnergyResolution) {
    self.response = response
    self.resolution = resolution
  }

  /// Reads the keys of a response.
  init(_ section: Section) {
    self.init(
      response: section[HadronKeys.response].value.share,
      resolution: EnergyResolution(
        stochastic: section[HadronKeys.stochastic].value.share,
        constant: section[HadronKeys.constant].value.share))
  }
}
