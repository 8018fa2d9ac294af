// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import DarkSector
import Detectors
import Glibc
import Matter
import Quantities
import Showers

/// A search as its card describes it, with everything looked up that the card names.
package struct Search: Sendable {
  /// The card.
  package let card: Card
  /// The model of X.
  package let model: Model
  /// The layers that showers are carried through.
  package let stack: DetectorStack
  /// Where observables stand.
  package let layout: ObservableLayout
  /// The trackers that measure the beam particle.
  package let trackers: [TrackedMomentum]
  /// The run periods.
  package let periods: [RunPeriod]
  /// The cuts in their order.
  package let cuts: [SearchCut]
  /// What is not simulated.
  package let factors: [SignalFactor]
  /// The backgrounds.
  package let backgrounds: [Background]
  /// The uncertainties of the signal.
  package let systematics: [SystematicError]
  /// The masses in GeV.
  package let masses: [Double]
  /// The masses in GeV that events serve.
  package let span: ClosedRange<Double>
  /// What enters.
  package let beam: SearchBeam
  /// How X is made.
  package let production: SignalProduction
  /// The signal box.
  package let box: SignalBox

  /// Looks up what a card names.
  ///
  /// - Parameters:
  ///   - card: a sound card of a search.
  ///   - model: the model that it names.
  ///   - materials: the materials.
  ///   - masses: the masses in GeV in place of those of the card.
  /// - Throws: what cannot be simulated.
  package init(
    _ card: Card, model: Model, materials: MaterialCatalogue, masses: [Double]? = nil
  ) throws {
    self.card = card
    self.model = model
    let axis = DetectorAxis(card[SearchKeys.detector])
    layout = ObservableLayout(axis)
    trackers = TrackedMomentum.trackers(on: axis, layout)
    stack = try DetectorStack(axis, materials: materials)
    periods = card[SearchKeys.exposure].map(RunPeriod.init)
    cuts = SearchCut.cuts(of: card, axis: axis, layout: layout)
    factors = SignalFactor.factors(of: card)
    backgrounds = card[SearchKeys.backgrounds].map(Background.init)
    let statistics = card[SearchKeys.statistics]
    systematics = statistics[StatisticsKeys.systematics].map(SystematicError.init)
    let scan = card[SearchKeys.scan][ScanKeys.mass].values.map(\.gev)
    self.masses = masses ?? scan
    let all = scan + (masses ?? [])
    span = (all.min() ?? 1)...(all.max() ?? 1)
    beam = try SearchBeam(card[SearchKeys.beam])
    let signal = card[SearchKeys.model]
    guard signal[SignalKeys.decay] != SignalKeys.visible else {
      throw SearchError(
        "no search for visible decays", because: "X that leaves the detector unseen is simulated",
        try: "choose 'decay: invisible' or 'stable'", at: signal.place(of: SignalKeys.decay))
    }
    production = try SignalProduction(signal[SignalKeys.production], of: model)
    let conditions = card[SearchKeys.trigger] + card[SearchKeys.selection]
    guard let box = SignalBox(of: conditions, on: axis) else {
      throw SearchError(
        "no signal box", because: "no cut puts a ceiling on the energy of a calorimeter",
        try: "add one", at: nil)
    }
    self.box = box
  }

  /// X with at least this energy in GeV is counted as made: beam energy less the signal box.
  package var missingEnergy: Double { beam.energy - box.ceiling }

  /// How far the energy of X may lie below ``missingEnergy`` and the event still be selected, in GeV.
  ///
  ///     5 sqrt((0.1 sqrt(B))^2 + (r E)^2)
  ///
  /// B: the ceiling of the box in GeV, at which 10 % / sqrt(B) stands for the calorimeter; r, E:
  /// spread and mean of the beam's energy.
  private var margin: Double {
    5 * (0.01 * box.ceiling + beam.spread * beam.spread * beam.energy * beam.energy).squareRoot()
  }

  /// The least energy of X in GeV that is simulated.
  package var leastEnergy: Double { max(missingEnergy - margin, 0.1 * missingEnergy) }

  /// The factor on the signal of all that is not simulated, in a run period.
  package func efficiency(in period: RunPeriod) -> Double {
    factors.reduce(period.efficiency.value.share) {
      $1.isApplied ? $0 * $1.value.value.share : $0
    }
  }

  /// Beam particles on target in all run periods.
  package var exposure: Double { periods.reduce(0) { $0 + $1.exposure.value.value } }

  /// Beam particles on target times the factors of what is not simulated.
  package var effectiveExposure: Double {
    periods.reduce(0) { $0 + $1.exposure.value.value * efficiency(in: $1) }
  }
}
