// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Detectors
import Matter
import Searches

extension Inventory {
  /// What ships with lacuna.
  package static let lacuna = Inventory(
    kinds: [
      Kind("searches", singular: "search", .cards(in: .searches)),
      Kind("models", singular: "model", .cards(in: .models)),
      Kind(
        "detectors", singular: "detector", .cards(in: .detectors),
        derivation: SamplingCalorimeter.derivation),
      Kind(
        "materials", singular: "material", .cards(in: .materials),
        derivation: Material.derivation),
      Kind(
        "processes", singular: "process",
        .built(
          ProductionChannel.allCases.map { Entry($0.rawValue, title: $0.title) })),
      Kind("bounds", singular: "bound", .built([])),
    ],
    cardKinds: [SearchKeys.kind, DetectorKeys.kind, ModelKeys.kind, MaterialKeys.kind])
}
