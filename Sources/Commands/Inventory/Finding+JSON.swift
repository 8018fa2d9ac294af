// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Storage

extension Finding {
  /// The finding for programs; lines and columns are counted from 1, the end is behind the last
  /// character.
  var json: JSONValue {
    var members = Self.position(of: place)
    members["severity"] = .string(severity.rawValue)
    members["message"] = .string(message)
    members["suggestion"] = .string(suggestion)
    members["notes"] = .array(
      notes.map { note in
        var members = Self.position(of: note.place)
        members["message"] = .string(note.message)
        return .object(members)
      })
    return .object(members)
  }

  private static func position(of place: Place) -> [String: JSONValue] {
    [
      "file": .string(place.source.name),
      "line": .integer(place.start.line), "column": .integer(place.start.column),
      "end_line": .integer(place.end.line), "end_column": .integer(place.end.column),
    ]
  }
}
