// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// How the program ended, for scripts.
package enum ExitStatus: Int32, Sendable {
  /// The work is done, or the reader of the output went away.
  case done = 0
  /// The work failed.
  case failed = 1
  /// The command line or a card is wrong.
  case misused = 2
  /// Interrupted; what was finished is kept.
  case interrupted = 130
}
