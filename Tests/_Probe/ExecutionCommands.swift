// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Execution
import Glibc

/// Runs blocks until it is interrupted, prints what was merged, ends as an interrupted program does.
func runBlocks(milliseconds: UInt32) -> Int32 {
  let outcome = Interruption.heeded { cancellation in
    BlockRunner(threads: 3).run(0..<100_000, cancellation: cancellation) { block in
      if block == 0 { say("started") }
      // A signal that cuts the wait short would show as -1.
      return usleep(1000 * milliseconds) == 0 ? block : -1
    } merge: { block, part in
      say("merged \(block) \(part)")
      return .more
    }
  }
  say("\(outcome.ending) \(outcome.merged)")
  return outcome.ending == .cancelled ? Interruption.exitCode : 0
}

/// Prints how many cores this process may use.
func printCores() { say(Cores.available) }
