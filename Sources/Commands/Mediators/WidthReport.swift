// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Quantities

/// The decays of the mediator of a model at some masses.
struct WidthReport: Sendable {
  /// The model.
  let model: Model
  /// The coupling, as the model counts it.
  let coupling: Double
  /// The decays, one table a mass.
  let tables: [DecayTable]

  /// Computes the decays.
  ///
  /// - Parameters:
  ///   - model: The model.
  ///   - masses: The masses of the mediator.
  ///   - coupling: Its coupling.
  ///   - world: Lepton masses and hadrons.
  init(of model: Model, masses: [Mass], coupling: Double, in world: VisibleSector) {
    self.model = model
    self.coupling = coupling
    tables = masses.map { model.mediator(mass: $0, coupling: coupling).decays(in: world) }
  }

  /// The channels that are open at one of the masses.
  var openChannels: [String] {
    let names = tables.first?.channels.map(\.name) ?? []
    return names.filter { name in tables.contains { ($0[name]?.width ?? 0) > 0 } }
  }

  /// Why a particle lives for ever; nil for one that decays.
  func stability(of table: DecayTable) -> String? {
    table.isStable && coupling == 0 ? "stable: the coupling is zero" : table.stability
  }
}
