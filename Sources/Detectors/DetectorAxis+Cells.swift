// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities

extension DetectorAxis {
  /// Calorimeters whose cells do not cover the spot of the beam, each with the place of its cells.
  ///
  /// - Parameter spot: the full width at half maximum of the beam, which must lie within the cells.
  /// - Returns: one finding for each such calorimeter.
  package func uncovered(by spot: Length) -> [Finding] {
    stations.compactMap { station in
      guard station.kind.form.name == ElementKind.samplingCalorimeter.form.name else { return nil }
      typealias Keys = SamplingCalorimeterKeys
      let section = station.element.section
      guard let side = section[Keys.cellSize] else { return nil }
      let half = zip(section[Keys.cells], section[Keys.offset]).map { count, offset in
        0.5 * Double(count) * side - Length.mm(offset.mm.magnitude)
      }
      guard let least = half.min(), least < 0.5 * spot else { return nil }
      let reach = max(least, .zero).formatted(significant: 4)
      return .error(
        "the cells of '\(station.element.name)' do not cover the beam (they reach \(reach) from its"
          + " axis, half its spot is \((0.5 * spot).formatted(significant: 4)))",
        at: section.gives(Keys.offset)
          ? section.place(of: Keys.offset) : section.place(of: Keys.cells),
        suggestion: "add cells, or move the grid by 'offset'")
    }
  }
}
