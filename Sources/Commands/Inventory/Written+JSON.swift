// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Storage

extension Written {
  /// The value for programs.
  ///
  /// A quantity stays a text with its unit; a bare number becomes one of JSON. The same card reads
  /// back from it, since JSON is YAML.
  var json: JSONValue {
    switch self {
    case .text(let text): .string(text)
    case .value(let text):
      if let integer = Int(text), "\(integer)" == text {
        .integer(integer)
      } else if let number = Double(text), number.isFinite, text.allSatisfy(Self.isOfNumber) {
        .number(number)
      } else {
        .string(text)
      }
    case .list(let items): .array(items.map(\.json))
    case .map(let fields):
      .object(Dictionary(fields.map { ($0.key, $0.value.json) }) { first, _ in first })
    }
  }

  private static func isOfNumber(_ character: Character) -> Bool {
    ("0"..."9").contains(character) || "+-.e".contains(character)
  }
}
