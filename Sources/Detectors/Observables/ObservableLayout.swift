// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities

/// Where each observable of a detector stands in the row of numbers that an event gives.
///
/// Names are looked up once; events are rows of `Double` in base units (GeV, mm).
package struct ObservableLayout: Hashable, Sendable {
  /// The full names, such as `ecal.energy`, in the order of the row.
  package let names: [String]

  private let offsets: [String: Int]

  /// The layout of the elements of an axis.
  package init(_ axis: DetectorAxis) {
    var names: [String] = []
    var offsets: [String: Int] = [:]
    for station in axis.stations {
      offsets[station.element.name] = names.count
      names += station.kind.observables.map { "\(station.element.name).\($0.name)" }
    }
    self.names = names
    self.offsets = offsets
  }

  /// How many numbers an event gives.
  package var count: Int { names.count }

  /// Where an observable of a full name stands; nil if there is none.
  package func index(of name: String) -> Int? { names.firstIndex(of: name) }

  /// Where the observables of an element begin; nil if there is no such element.
  package func offset(of element: String) -> Int? { offsets[element] }
}
