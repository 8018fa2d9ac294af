// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// The book of a run: which blocks are handed out, finished and merged, under one lock.
///
/// Blocks are handed out in order, so those handed out are always a range without a gap, and the
/// lowest block that fails is always among them.
final class BlockLedger<Part: Sendable, Failure: Error>: @unchecked Sendable {
  private let window: Int
  private let cancellation: Cancellation

  // Everything below is read and written with the lock held.
  private let lock = Monitor(conditions: 2)
  private let roomInWindow = 0
  private let nextIsFinished = 1
  private var handedOut: Int
  private var merged: Int
  /// The first block that will not be handed out; it only falls.
  private var limit: Int
  /// The results that wait for their turn; block n waits in slot n modulo the window.
  private var finished: [Result<Part, Failure>?]

  init(_ blocks: Range<Int>, window: Int, cancellation: Cancellation) {
    self.window = window
    self.cancellation = cancellation
    handedOut = blocks.lowerBound
    merged = blocks.lowerBound
    limit = blocks.upperBound
    finished = Array(repeating: nil, count: window)
  }

  /// The next block to compute, once the window has room for it; nil when there is no more work.
  func takeBlock() -> Int? {
    lock.whileHeld {
      while true {
        if cancellation.isCancelled { handOutNoMore() }
        guard handedOut < limit else { return nil }
        if handedOut - merged < window { break }
        lock.wait(for: roomInWindow)
      }
      handedOut += 1
      return handedOut - 1
    }
  }

  /// Enters what has come of a block; after a failure no further block is begun.
  func enter(_ result: Result<Part, Failure>, of block: Int) {
    lock.whileHeld {
      finished[slot(of: block)] = result
      if case .failure = result { handOutNoMore() }
      if block == merged { lock.wake(nextIsFinished) }
    }
  }

  /// Waits for the lowest block not yet merged and hands its result over; nil after the last.
  func awaitNext() -> Result<Part, Failure>? {
    lock.whileHeld {
      while merged < limit {
        if let result = finished[slot(of: merged)] {
          finished[slot(of: merged)] = nil
          merged += 1
          lock.wake(roomInWindow)
          return result
        }
        lock.wait(for: nextIsFinished)
      }
      return nil
    }
  }

  /// Ends the run: the blocks that are running are the last.
  func close() {
    lock.whileHeld { handOutNoMore() }
  }

  private func slot(of block: Int) -> Int { block % window }

  private func handOutNoMore() {
    limit = min(limit, handedOut)
    lock.wakeAll(roomInWindow)
    lock.wake(nextIsFinished)
  }
}
