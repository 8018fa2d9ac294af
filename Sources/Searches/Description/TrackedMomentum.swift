// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Detectors
import Quantities

/// A tracker in front of the target, which measures the momentum of the beam particle.
package struct TrackedMomentum: Hashable, Sendable {
  /// Where its momentum stands among the observables.
  package let index: Int
  /// sigma(p) / p.
  package let resolution: Double

  /// The trackers of an axis.
  static func trackers(on axis: DetectorAxis, _ layout: ObservableLayout) -> [TrackedMomentum] {
    upstream(of: axis).compactMap { station in
      layout.offset(of: station.element.name).map {
        TrackedMomentum(
          index: $0, resolution: station.element[TrackerKeys.momentumResolution].value.share)
      }
    }
  }

  /// The findings of a condition on what no run computes.
  static func findings(of condition: Condition, on axis: DetectorAxis) -> [Finding] {
    let computed =
      upstream(of: axis).map(\.element.name)
      + axis.stations.filter { isRead($0.kind) }.map(\.element.name)
    let names = axis.stations.map(\.element.name)
    return condition.comparisons.compactMap { comparison -> Finding? in
      guard let name = comparison.observable.first, names.contains(name), !computed.contains(name)
      else { return nil }
      let written = comparison.observable.joined(separator: ".")
      return .error(
        "a cut on \(quoted(written)) (it is not simulated)", at: comparison.observablePlace,
        suggestion: "put what it costs under 'efficiencies'")
    }
  }

  private static func isRead(_ kind: ElementKind) -> Bool {
    [ElementKind.samplingCalorimeter, .counter].contains { $0.form.name == kind.form.name }
  }

  /// The trackers before all calorimeters and counters.
  private static func upstream(of axis: DetectorAxis) -> [DetectorAxis.Station] {
    axis.stations.prefix { !isRead($0.kind) }
      .filter { $0.kind.form.name == ElementKind.tracker.form.name }
  }
}
