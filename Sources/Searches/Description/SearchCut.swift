// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Detectors

/// One cut of a search, ready to be asked of events.
package struct SearchCut: Sendable {
  /// When a cut is applied.
  package enum Stage: String, Sendable {
    /// By the trigger, while data are taken.
    case trigger
    /// In the analysis.
    case selection
  }

  /// Its name.
  package let name: String
  /// When it is applied.
  package let stage: Stage
  /// The condition as text.
  package let text: String
  /// The key of the publication that it is from.
  package let source: String?
  /// A remark.
  package let note: String?
  /// The condition.
  package let condition: EventCut

  /// The cuts of a card: those of the trigger first, then those of the selection, in their order.
  static func cuts(of card: Card, axis: DetectorAxis, layout: ObservableLayout) -> [SearchCut] {
    let stages: [(Stage, [Element])] = [
      (.trigger, card[SearchKeys.trigger]), (.selection, card[SearchKeys.selection]),
    ]
    return stages.flatMap { stage, elements in
      elements.compactMap { element in
        let condition = element[CutKeys.cut]
        // The checks of the card have seen to it that every condition can be asked.
        return EventCut(condition, axis: axis, layout: layout).map {
          SearchCut(
            name: element.name, stage: stage, text: condition.text,
            source: element[CutKeys.source], note: element[CutKeys.note], condition: $0)
        }
      }
    }
  }
}
