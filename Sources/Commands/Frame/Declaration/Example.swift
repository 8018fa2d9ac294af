// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A command line that runs, and what it shows; every one of them is run by a test.
package struct Example: Hashable, Sendable {
  /// The words after the name of the program.
  package let words: [String]
  /// What the reader gets from it.
  package let meaning: String
  /// Whether it works for minutes the first time.
  package let isLong: Bool

  /// An example.
  package init(_ words: String..., shows meaning: String, isLong: Bool = false) {
    self.words = words
    self.meaning = meaning
    self.isLong = isLong
  }

  /// The line as typed in a shell.
  package func line(for program: String) -> String {
    ([program] + words.map(shellQuoted)).joined(separator: " ")
  }
}
