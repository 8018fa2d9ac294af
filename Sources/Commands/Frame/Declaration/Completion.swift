// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// What a shell may offer where a value is wanted.
package enum Completion: Hashable, Sendable {
  /// Nothing: the value is free, such as a number.
  case nothing
  /// One of these words.
  case words([String])
  /// A file; with extensions, only files that end in one of them.
  case files(extensions: [String])
  /// A folder.
  case folders
  /// A line that the program itself prints when it is called with these words.
  ///
  /// So completion knows the user's own cards without a list that grows stale.
  case lines(of: [String])
}
