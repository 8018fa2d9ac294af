// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// An entry of a card changed from the command line: `--set detector.ecal.layers=100`.
package struct Assignment: Hashable, Sendable {
  /// Where in the card, keys with dots between them.
  package let path: String
  /// The new value, as it would stand in the card.
  package let value: String
}

extension ValueForm where Value == Assignment {
  /// `PATH=VALUE`.
  package static var assignment: ValueForm {
    ValueForm(
      placeholder: "PATH=VALUE", expectation: "a path of keys and a value",
      read: { word throws(UsageError) in
        guard let sign = word.firstIndex(of: "="), sign > word.startIndex else {
          throw UsageError(
            "\(quoted(word)) sets nothing",
            because: "a path, an equals sign and a value are wanted",
            try: "write it like detector.ecal.layers=100")
        }
        return Assignment(
          path: String(word[..<sign]), value: String(word[word.index(after: sign)...]))
      },
      write: { "\($0.path)=\($0.value)" })
  }
}
