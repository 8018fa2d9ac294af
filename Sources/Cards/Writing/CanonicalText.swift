// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// The text that stands for what a card says, for hashing and for comparing cards line by line.
///
/// One line `path: value` for each value, in the order of the paths; defaults are filled in and
/// quantities stand in their printed form. It does not depend on comments, on the order of keys, on
/// units, or on whether a default was written out. The order of lists counts.
package enum CanonicalText {
  /// The canonical text of a card.
  package static func of(_ card: Card) -> String { of(card.written) }

  /// The canonical text of a part of a card.
  package static func of(_ written: Written) -> String {
    var lines: [String] = []
    collect(written, at: "", into: &lines)
    return lines.map { $0 + "\n" }.joined()
  }

  private static func collect(_ written: Written, at path: String, into lines: inout [String]) {
    switch written {
    case .value(let text), .text(let text):
      lines.append("\(path): \(ScalarText.value(text))")
    case .list(let items):
      lines.append("\(path): list of \(items.count)")
      for (index, item) in items.enumerated() {
        collect(item, at: path + "[\(index + 1)]", into: &lines)
      }
    case .map(let fields):
      if fields.isEmpty { lines.append("\(path): {}") }
      // Sorted by bytes: the order of Swift's strings is not promised to stay.
      let sorted = fields.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      for field in sorted {
        let isName = field.key.utf8.allSatisfy(isNameByte)
        let name = isName ? field.key : ScalarText.doubleQuoted(field.key)
        collect(field.value, at: path.isEmpty ? name : path + "." + name, into: &lines)
      }
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "+"):
      true
    default: false
    }
  }
}
