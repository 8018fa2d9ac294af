// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities

/// Something that a detector element measures of an event, and that cuts may name.
package struct Observable: Sendable {
  /// The name after the element's, such as `energy` in `ecal.energy`.
  package let name: String

  /// One sentence that says what it is.
  package let meaning: String

  private let read: @Sendable (Condition.Comparison) -> Result<Double, FoundFault>

  /// Declares an observable of a dimension.
  package init<D: Dimension>(_ name: String, in dimension: D.Type, meaning: String) {
    self.name = name
    self.meaning = meaning
    read = { comparison in comparison.quantity(of: D.self).map(\.baseValue) }
  }

  /// What is wrong with a comparison of this observable; `nil` if its value has the right unit.
  package func check(_ comparison: Condition.Comparison) -> Finding? {
    if case .failure(let fault) = read(comparison) { fault.finding } else { nil }
  }

  /// The value that a comparison names, in base units; nil if it has the wrong unit.
  func value(of comparison: Condition.Comparison) -> Double? { try? read(comparison).get() }
}
