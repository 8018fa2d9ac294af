// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// How a run of blocks ended, and which blocks its result holds.
package struct BlockOutcome: Hashable, Sendable {
  /// Why no further block was merged.
  package enum Ending: Hashable, Sendable {
    /// All blocks are merged.
    case completed
    /// The merge said that it had enough.
    case satisfied
    /// A cancellation came before the last block.
    case cancelled
  }

  /// Why no further block was merged.
  package let ending: Ending

  /// The blocks merged, without a gap; a run taken up again begins at the upper bound.
  package let merged: Range<Int>

  /// Makes the outcome of a run.
  package init(ending: Ending, merged: Range<Int>) {
    self.ending = ending
    self.merged = merged
  }
}
