// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards

/// A number of a card that is not quoted from its source: recalled, assumed, digitised or unsaid.
package struct UncertainInput: Hashable, Sendable {
  /// Where it stands, such as `exposure.2016.electrons`.
  package let path: String
  /// The number.
  package let value: String
  /// How far it can be trusted.
  package let certainty: String
  /// The key of its source.
  package let source: String?
  /// A remark.
  package let note: String?
}

extension Search {
  /// The numbers of the card that say that they are not quoted, and what is assumed.
  package var uncertainInputs: [UncertainInput] {
    Self.inputs(in: card.root.written, at: "")
  }

  private static func inputs(in written: Written, at path: String) -> [UncertainInput] {
    switch written {
    case .value, .text: return []
    case .list(let items):
      return items.enumerated().flatMap { index, item in
        inputs(in: item, at: path + "." + (text("name", of: item) ?? "\(index + 1)"))
      }
    case .map(let fields):
      if let certainty = text("certainty", of: written) ?? assumption(of: written),
        certainty != Certainty.quoted.rawValue,
        let value = text("value", of: written) ?? text("events", of: written)
          ?? text("cut", of: written)
      {
        return [
          UncertainInput(
            path: path, value: value, certainty: certainty, source: text("source", of: written),
            note: text("note", of: written))
        ]
      }
      return fields.flatMap { field in
        inputs(in: field.value, at: path.isEmpty ? field.key : path + "." + field.key)
      }
    }
  }

  /// Of a background, what its status says; of a cut, that nobody is named for it.
  private static func assumption(of written: Written) -> String? {
    let isAssumed =
      text("status", of: written) == BackgroundKeys.Status.assumed.rawValue
      || (text("cut", of: written) != nil && text("source", of: written) == nil)
    return isAssumed ? Certainty.assumed.rawValue : nil
  }

  private static func text(_ key: String, of written: Written) -> String? {
    guard case .map(let fields) = written else { return nil }
    switch fields.first(where: { $0.key == key })?.value {
    case .value(let text), .text(let text): return text
    default: return nil
    }
  }
}
