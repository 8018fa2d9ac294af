// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Detectors
import Quantities

/// The signal box of a search for missing energy: the lowest ceiling that its cuts put on the energy
/// of its first calorimeter.
package struct SignalBox: Sendable {
  /// The name of the calorimeter.
  package let calorimeter: String
  /// The ceiling in GeV.
  package let ceiling: Double

  /// Finds the box; nil where there is no calorimeter, or no ceiling on its energy.
  init?(of cuts: [Element], on axis: DetectorAxis) {
    guard let calorimeter = Self.calorimeter(on: axis) else { return nil }
    let path = [calorimeter, CalorimeterObservable.energy.name]
    let ceilings = cuts.flatMap { $0[CutKeys.cut].comparisons }.compactMap { comparison in
      guard comparison.observable == path,
        comparison.relation == .below || comparison.relation == .atMost,
        case .success(let ceiling) = comparison.quantity(of: EnergyDimension.self)
      else { return nil as Double? }
      return ceiling.gev
    }
    guard let lowest = ceilings.min() else { return nil }
    self.calorimeter = calorimeter
    ceiling = lowest
  }

  /// The finding of a card whose sound cuts leave no box; none where they do.
  static func findings(of section: Section) -> [Finding] {
    let axis = DetectorAxis(section[SearchKeys.detector])
    let cuts = section[SearchKeys.trigger] + section[SearchKeys.selection]
    guard section[SearchKeys.model][SignalKeys.decay] != SignalKeys.visible,
      cuts.allSatisfy({ axis.check($0[CutKeys.cut]).isEmpty }),
      SignalBox(of: cuts, on: axis) == nil
    else { return [] }
    guard let calorimeter = calorimeter(on: axis) else {
      return [
        .error(
          "no calorimeter (a search for missing energy needs one)",
          at: section.place(of: SearchKeys.detector),
          suggestion: "add a sampling-calorimeter to the detector")
      ]
    }
    return [
      .error(
        "no ceiling on the energy of \(quoted(calorimeter)) (a search for missing energy needs one)",
        at: section.place(of: SearchKeys.selection),
        suggestion:
          "add for example '- {name: missing-energy, cut: \(calorimeter).energy < 50 GeV}'")
    ]
  }

  /// The name of the first calorimeter.
  private static func calorimeter(on axis: DetectorAxis) -> String? {
    axis.stations.first { $0.kind.form.name == ElementKind.samplingCalorimeter.form.name }?
      .element.name
  }
}
