// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A user's text between single quotes, fit to stand in a one-line message.
///
/// Long texts are cut; control and direction characters, which could forge or hide output on a
/// terminal, become their pictures.
package func quoted(_ text: some StringProtocol) -> String {
  let limit = 40
  let head = text.prefix(limit + 1)
  let isCut = head.count > limit
  // A single character can be built of megabytes of combining marks; count scalars as well.
  let scalars = head.prefix(limit).unicodeScalars.prefix(4 * limit).map(visible)
  return "'" + String(String.UnicodeScalarView(scalars)) + (isCut ? "…" : "") + "'"
}

/// A scalar, or a picture of it if it would not print as one.
func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.value {
  case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
  case 0x7F: "\u{2421}"
  case 0x80..<0xA0, 0x061C, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
    0xFFF9...0xFFFB:
    "\u{FFFD}"
  default: scalar
  }
}

/// So many names are listed in a sentence.
private let mostListed = 12

/// Names after a colon: `a, b, c`; long lists are cut.
func listed(_ names: [String]) -> String {
  guard names.count > mostListed else { return names.joined(separator: ", ") }
  return names.prefix(mostListed).joined(separator: ", ") + ", … (\(names.count) in all)"
}

/// Names in a sentence: `a`, `a or b`, `a, b or c`; long lists are cut.
func alternatives(_ names: [String]) -> String {
  guard names.count <= mostListed else { return listed(names) }
  guard let last = names.last, names.count > 1 else { return names.first ?? "" }
  return names.dropLast().joined(separator: ", ") + " or " + last
}
