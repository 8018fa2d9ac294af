// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

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
