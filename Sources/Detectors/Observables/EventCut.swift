// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities

/// A condition of a card, ready to be asked of many events.
///
///     let cut = EventCut(condition, axis: axis, layout: layout)
///     values.withUnsafeBufferPointer { cut.passes($0) }
package struct EventCut: Sendable {
  /// One comparison with a number in base units.
  private struct Comparison: Sendable {
    let index: Int
    let relation: Condition.Relation
    let value: Double
  }

  private let comparisons: [Comparison]

  /// Looks up the observables of a condition; nil if one is unknown or a value has the wrong unit.
  ///
  /// - Parameters:
  ///   - condition: a condition in which ``DetectorAxis/check(_:)`` finds nothing.
  ///   - axis: the elements that measure.
  ///   - layout: where their observables stand.
  package init?(_ condition: Condition, axis: DetectorAxis, layout: ObservableLayout) {
    var comparisons: [Comparison] = []
    for comparison in condition.comparisons {
      guard
        let index = layout.index(of: comparison.observable.joined(separator: ".")),
        let value = axis.value(of: comparison)
      else { return nil }
      comparisons.append(Comparison(index: index, relation: comparison.relation, value: value))
    }
    self.comparisons = comparisons
  }

  /// True if an event's row of numbers meets every comparison; a number that is none meets none.
  @inline(__always)
  package func passes(_ values: UnsafeBufferPointer<Double>) -> Bool {
    for comparison in comparisons {
      let value = values[comparison.index]
      let holds =
        switch comparison.relation {
        case .below: value < comparison.value
        case .atMost: value <= comparison.value
        case .above: value > comparison.value
        case .atLeast: value >= comparison.value
        case .equal: value == comparison.value
        case .notEqual: value < comparison.value || value > comparison.value
        }
      guard holds else { return false }
    }
    return true
  }

  /// The same for a row in an array.
  package func passes(_ values: [Double]) -> Bool {
    values.withUnsafeBufferPointer { passes($0) }
  }
}
