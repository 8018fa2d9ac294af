// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Detectors
import Quantities

/// The card of a search: beam, detector, cuts, exposure, backgrounds, model and statistics.
package enum SearchKeys {
  /// The beam.
  package static let beam = Key<Section>("beam", .section(BeamKeys.form), meaning: "the beam")

  /// The run periods.
  package static let exposure = Key<[Element]>(
    "exposure", .elements(PeriodKeys.form),
    meaning: "run periods; each is a bin of the likelihood")

  /// The detector.
  package static let detector = Key<[Element]>(
    "detector", ElementKind.notation,
    meaning: "elements along the beam axis, from upstream to downstream")

  /// The trigger.
  package static let trigger = Key<[Element]>(
    "trigger", .elements(CutKeys.form), default: [],
    meaning: "conditions under which an event is recorded")

  /// The selection.
  package static let selection = Key<[Element]>(
    "selection", .elements(CutKeys.form), default: [],
    meaning: "cuts in their order; the cut flow follows it")

  /// What is not simulated.
  package static let efficiencies = Key<[Element]>(
    "efficiencies", .elements(EfficiencyKeys.form), default: [],
    meaning: "factors on the signal that are not simulated, alike for all masses")

  /// The backgrounds.
  package static let backgrounds = Key<[Element]>(
    "backgrounds", .elements(BackgroundKeys.form), default: [],
    meaning: "expected background in the signal box, by source")

  /// What is searched for.
  package static let model = Key<Section>(
    "model", .section(SignalKeys.form), meaning: "what is searched for")

  /// The points.
  package static let scan = Key<Section>(
    "scan", .section(ScanKeys.form), meaning: "the points at which a limit is set")

  /// The statistics.
  package static let statistics = Key<Section>(
    "statistics", .section(StatisticsKeys.form), meaning: "how the limit is set")

  /// The simulation.
  package static let simulation = Key<Section>(
    "simulation", .section(SimulationKeys.form), meaning: "how the search is simulated")

  /// What is left behind.
  package static let output = Key<Section>(
    "output", .section(OutputKeys.form), meaning: "what a run leaves behind")

  /// The kind of card.
  package static let kind = CardKind(form)

  /// All keys of a search with the checks that involve several of them.
  static let form = Form(
    "search", meaning: "a fixed-target search, from beam to limit",
    keys: [
      beam, exposure, detector, trigger, selection, efficiencies, backgrounds, model, scan,
      statistics, simulation, output,
    ],
    checks: [
      Form.Check(reading: detector) { DetectorAxis($0[detector]).overlaps },
      Form.Check(reading: beam, detector) { section in
        DetectorAxis(section[detector]).uncovered(by: section[beam][BeamKeys.spot])
      },
      Form.Check(reading: detector, trigger) { section in
        let axis = DetectorAxis(section[detector])
        return section[trigger].flatMap { check($0[CutKeys.cut], on: axis) }
      },
      Form.Check(reading: detector, selection) { section in
        let axis = DetectorAxis(section[detector])
        return section[selection].flatMap { check($0[CutKeys.cut], on: axis) }
      },
      Form.Check(reading: beam, trigger, selection) { section in
        let momentum = section[beam][BeamKeys.momentum].value
        return (section[trigger] + section[selection]).flatMap { cut in
          cut[CutKeys.cut].comparisons.compactMap { $0.opensBox(toBeamOf: momentum) }
        }
      },
      Form.Check(reading: detector, trigger, selection, model) { SignalBox.findings(of: $0) },
      Form.Check(reading: exposure) { section in
        guard section[exposure].isEmpty else { return [] }
        return [
          .error(
            "no run period (a search needs an exposure)", at: section.place(of: exposure),
            suggestion: "add for example '- {name: run, electrons: 1e10}'")
        ]
      },
    ])

  private static func check(_ condition: Condition, on axis: DetectorAxis) -> [Finding] {
    axis.check(condition) + TrackedMomentum.findings(of: condition, on: axis)
  }
}

extension Condition.Comparison {
  /// The finding of a ceiling on an energy that the beam itself does not reach.
  ///
  /// Energies of the beam are far above the masses of its particles, so that its momentum stands for
  /// them.
  fileprivate func opensBox(toBeamOf momentum: Momentum) -> Finding? {
    guard relation == .below || relation == .atMost, observable.last == "energy",
      case .success(let ceiling) = quantity(of: EnergyDimension.self),
      ceiling.gev >= momentum.gev
    else { return nil }
    return .error(
      "a signal box up to \(ceiling) (the beam has \(momentum): no energy need be missing)",
      at: valuePlace, suggestion: "choose an energy below that of the beam")
  }
}
