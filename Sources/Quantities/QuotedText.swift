// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A user's text between single quotes, fit to stand in a message of one line.
///
/// Long texts are cut, and what could steer a terminal is shown by ``printable(_:)``.
///
/// - Parameters:
///   - text: what the user wrote.
///   - limit: how many characters are shown; `nil` for all, as of a path that is to be found again.
/// - Returns: the text and its quotes.
package func quoted(_ text: some StringProtocol, atMost limit: Int? = 40) -> String {
  guard let limit else { return "'" + printable(text) + "'" }
  let head = text.prefix(limit + 1)
  let isCut = head.count > limit
  // A single character can be built of megabytes of combining marks; count scalars as well.
  let scalars = head.prefix(limit).unicodeScalars.prefix(4 * limit).map(visible)
  return "'" + String(String.UnicodeScalarView(scalars)) + (isCut ? "…" : "") + "'"
}

/// A text in which control and direction characters, which could forge or hide output on a
/// terminal, are their pictures.
package func printable(_ text: some StringProtocol) -> String {
  String(String.UnicodeScalarView(text.unicodeScalars.map(visible)))
}

/// A scalar, or a picture of it if it would not print as one.
package func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.value {
  case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
  case 0x7F: "\u{2421}"
  case 0x80..<0xA0, 0x061C, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
    0xFFF9...0xFFFB:
    "\u{FFFD}"
  default: scalar
  }
}
