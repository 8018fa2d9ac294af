// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// One of the words that an option or argument permits, and what it means.
package struct Choice: Hashable, Sendable {
  /// The word as typed.
  package let name: String
  /// What it chooses, for the help page; empty where the word says it all.
  package let meaning: String

  /// A choice with its meaning.
  package init(_ name: String, _ meaning: String = "") {
    self.name = name
    self.meaning = meaning
  }
}
