// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities

/// Something that a detector element measures of an event, and that cuts may name.
package struct Observable: Sendable {
  /// The name after the element's, such as `energy` in `ecal.energy`.
  package let name: String

  /// One sentence that says what it is.
  package let meaning: String

  private let fault: @Sendable (Condition.Comparison) -> Finding?

  /// Declares an observable of a dimension.
  package init<D: Dimension>(_ name: String, in dimension: D.Type, meaning: String) {
    self.name = name
    self.meaning = meaning
    fault = { comparison in
      if case .failure(let fault) = comparison.quantity(of: D.self) { fault.finding } else { nil }
    }
  }

  /// What is wrong with a comparison of this observable; `nil` if its value has the right unit.
  package func check(_ comparison: Condition.Comparison) -> Finding? { fault(comparison) }
}
