// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// A user's word in quotes: printable, and no longer than a message can bear.
package func quoted(_ word: String) -> String {
  let shown = printable(word)
  return "'" + (shown.count > 60 ? shown.prefix(59) + "…" : shown) + "'"
}

/// Text with its control characters made visible, so that no word of a user or of a file can
/// steer a terminal.
package func printable(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0..<0x20: result.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
    case 0x7F: result.append("\u{2421}")
    case 0x80..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: result.append("\u{FFFD}")
    default: result.append(scalar)
    }
  }
  return String(result)
}

/// A word as a shell would need it typed.
package func shellQuoted(_ word: String) -> String {
  let isSafe = { (scalar: Unicode.Scalar) in
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
      || "-_./=:,+@%^".unicodeScalars.contains(scalar)
  }
  guard word.isEmpty || !word.unicodeScalars.allSatisfy(isSafe) else { return word }
  let escaped = word.split(separator: "'", omittingEmptySubsequences: false)
    .joined(separator: #"'\''"#)
  return "'\(printable(escaped))'"
}

/// `did you mean 'list'?`, or nothing where no name is near.
package func didYouMean(_ word: String, among names: [String]) -> String {
  nearest(word, among: names).map { "did you mean '\($0)'?" } ?? ""
}

/// The name that was meant; dashes in front do not count as letters.
func nearest(_ word: String, among names: [String]) -> String? {
  let bare = { (name: String) in String(name.drop { $0 == "-" }) }
  let near = nearestName(to: bare(word), among: names.map(bare))
  return names.first { bare($0) == near }
}
