// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// How a text is written as a YAML scalar: as it is where YAML reads it back unchanged, else between
/// double quotes.
enum ScalarText {
  /// Writes a value whose type its key declares.
  static func value(_ text: String) -> String {
    isPlain(text) ? text : doubleQuoted(text)
  }

  /// Writes a user's text; what other readers of YAML would take for a number, a switch or nothing
  /// is quoted for their sake.
  static func text(_ text: String) -> String {
    isPlain(text) && !looksTyped(text) ? text : doubleQuoted(text)
  }

  /// Between double quotes, with escapes that YAML and JSON share where both have them.
  static func doubleQuoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      default:
        if scalar.value < 0x20 || isBreakOrHidden(scalar) {
          quoted += "\\u" + hexadecimal(scalar.value, digits: 4)
        } else {
          quoted.unicodeScalars.append(scalar)
        }
      }
    }
    return quoted + "\""
  }

  /// Whether YAML reads the text back unchanged without quotes, in lists and maps of one line too.
  private static func isPlain(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.first, let last = scalars.last, first != " ", last != " ", last != ":"
    else { return false }
    if "?:,[]{}#&*!|>'\"%@`".unicodeScalars.contains(first) { return false }
    if first == "-", scalars.count == 1 || scalars[1] == " " || text.hasPrefix("---") {
      return false
    }
    if text.hasPrefix("...") { return false }
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      switch scalar {
      case ",", "[", "]", "{", "}": return false
      case ":" where next == " ": return false
      case " " where next == "#": return false
      default: if scalar.value < 0x20 || isBreakOrHidden(scalar) { return false }
      }
    }
    return true
  }

  private static func isBreakOrHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF: true
    default: false
    }
  }

  private static func looksTyped(_ text: String) -> Bool {
    let words: Set = ["on", "off", "true", "false", "yes", "no", "y", "n", "null", "~"]
    if words.contains(text.lowercased()) { return true }
    guard let first = text.first, first.isNumber || "+-.".contains(first) else { return false }
    return text.allSatisfy { $0.isHexDigit || "+-._xoe:".contains($0) }
  }
}
