// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Values of all nuisance parameters of a model.
struct NuisanceValues: Sendable {
  /// The efficiency of each bin.
  var efficiencies: [Double]

  /// The background of each bin.
  var backgrounds: [Double]

  /// The common factor on efficiencies.
  var commonEfficiency: Double

  /// The common factor on backgrounds.
  var commonBackground: Double
}
