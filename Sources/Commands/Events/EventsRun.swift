// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Exchange
import Execution
import Flight
import Kinematics
import Numerics
import Searches

/// Makes the events of a run on several threads and writes them in their order.
struct EventsRun: Sendable {
  /// The events.
  let events: ThinTargetEvents
  /// How many are wanted.
  let count: Int
  /// What they have to hit to be counted as accepted.
  let acceptance: Acceptance?

  /// Large enough that threads seldom wait, small enough that Ctrl-C is answered at once.
  private static let blockSize = 512

  private struct Block: Sendable {
    let events: [EventRecord]
    let tally: EventTally
  }

  /// Makes and writes the events.
  ///
  /// - Parameters:
  ///   - writer: takes them in the order of their numbers; nil to count them alone.
  ///   - threads: how many blocks to make at a time.
  ///   - progress: the line on the terminal.
  /// - Returns: what was counted; fewer events than wanted after an interruption, which leaves a
  ///   complete file of them.
  /// - Throws: what keeps the events from being written.
  func run(
    into writer: (any EventWriter)?, threads: Int, progress: Progress
  ) throws -> EventTally {
    var progress = progress
    var tally = try EventTally(of: events, through: acceptance)
    let empty = tally
    let isWritten = writer != nil
    let blocks = (count + Self.blockSize - 1) / Self.blockSize
    defer { progress.finish() }
    try Interruption.heeded { (cancellation: Cancellation) throws in
      _ = try BlockRunner(threads: threads).run(0..<blocks, cancellation: cancellation) {
        (block: Int) throws(any Error) -> Block in
        let first = block * Self.blockSize
        let events = events.events(first..<min(count, first + Self.blockSize))
        var tally = empty
        for event in events { tally.add(event) }
        return Block(events: isWritten ? events : [], tally: tally)
      } merge: { (_, block: Block) throws(any Error) in
        for event in block.events { try writer?.write(event) }
        try tally.merge(block.tally)
        progress.update(done: tally.count)
        return .more
      }
    }
    if tally.count > 0 { try writer?.finish() }
    return tally
  }
}
