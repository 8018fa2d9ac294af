// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Execution
import Glibc
import Synchronization
import Testing

private enum Trouble: Error, Equatable { case block(Int), merge }

/// Sleeps for a time that differs from call to call, up to a millisecond.
private func dawdle() { usleep(useconds_t.random(in: 0...1000)) }

/// Goes down as many frames of a little more than a kilobyte each.
@inline(never)
private func descend(_ depth: Int) -> Int {
  withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1024) { page in
    page[depth & 1023] = 1
    return depth == 0 ? 0 : descend(depth - 1) + Int(page[depth & 1023])
  }
}

@Suite("blocks over threads")
struct BlockRunnerTests {
  @Test(
    "the merge sees every block once, in order, whatever the threads", arguments: [1, 2, 5, 16])
  func order(threads: Int) {
    var merged: [Int] = []
    let outcome = BlockRunner(threads: threads).run(0..<200) { block in
      dawdle()
      return block * block
    } merge: { block, part in
      #expect(part == block * block)
      merged.append(block)
      return .more
    }
    #expect(merged == Array(0..<200))
    #expect(outcome == BlockOutcome(ending: .completed, merged: 0..<200))
  }

  @Test("a sum that depends on its order has the same bits for 1, 2 and 5 threads")
  func bits() {
    let sums = [1, 2, 5].map { threads in
      var sum = 0.1
      _ = BlockRunner(threads: threads).run(0..<100) { block in
        dawdle()
        return 1 / Double(block + 1)
      } merge: { _, part in
        sum = sum * 1.1 + part
        return .more
      }
      return sum.bitPattern
    }
    #expect(sums == [sums[0], sums[0], sums[0]])
  }

  @Test("the merge runs on the caller's thread")
  func callerMerges() {
    let caller = pthread_self()
    _ = BlockRunner(threads: 3).run(0..<20) {
      $0
    } merge: { _, _ in
      #expect(pthread_equal(pthread_self(), caller) != 0)
      return .more
    }
  }

  @Test("several threads compute at the same time")
  func concurrency() {
    let running = Atomic(0)
    let most = Atomic(0)
    _ = BlockRunner(threads: 4).run(0..<40) { _ in
      most.max(running.add(1, ordering: .relaxed).newValue, ordering: .relaxed)
      usleep(2000)
      running.subtract(1, ordering: .relaxed)
    } merge: { _, _ in
      .more
    }
    #expect(most.load(ordering: .relaxed) == 4)
  }

  @Test(
    "a rule that has enough ends the run there; later blocks are dropped", arguments: [1, 2, 5])
  func stopRule(threads: Int) {
    var merged: [Int] = []
    let outcome = BlockRunner(threads: threads).run(0..<1_000_000) { block in
      dawdle()
      return block
    } merge: { block, _ in
      merged.append(block)
      return block == 17 ? .enough : .more
    }
    #expect(merged == Array(0...17))
    #expect(outcome == BlockOutcome(ending: .satisfied, merged: 0..<18))
  }

  @Test(
    "the error of the lowest failing block is thrown, after all below it", arguments: [1, 2, 5])
  func lowestError(threads: Int) {
    for _ in 0..<20 {
      var merged: [Int] = []
      #expect(throws: Trouble.block(11)) {
        try BlockRunner(threads: threads).run(0..<1000) { block throws(Trouble) in
          // The higher one fails at once, the lower one late.
          if block == 11 { usleep(3000) }
          if block == 11 || block == 13 { throw Trouble.block(block) }
          return block
        } merge: { block, _ throws(Trouble) in
          merged.append(block)
          return .more
        }
      }
      #expect(merged == Array(0..<11))
    }
  }

  @Test("an error beyond the block where a rule had enough is not thrown", arguments: [1, 2, 5])
  func errorBeyondTheEnd(threads: Int) throws {
    let outcome = try BlockRunner(threads: threads).run(0..<100) { block throws(Trouble) in
      if block > 5 { throw Trouble.block(block) }
      return block
    } merge: { block, _ throws(Trouble) in
      block == 5 ? .enough : .more
    }
    #expect(outcome.merged == 0..<6)
  }

  @Test("after an error no more than a window of blocks has been begun")
  func errorStopsOthers() {
    let begun = Atomic(0)
    #expect(throws: Trouble.block(0)) {
      try BlockRunner(threads: 4, window: 8).run(0..<100_000) { block throws(Trouble) in
        begun.add(1, ordering: .relaxed)
        if block == 0 { throw Trouble.block(0) }
        usleep(500)
      } merge: { _, _ throws(Trouble) in
        .more
      }
    }
    #expect(begun.load(ordering: .relaxed) <= 8)
  }

  @Test("an error of the merge ends the run, too", arguments: [1, 3])
  func mergeError(threads: Int) {
    #expect(throws: Trouble.merge) {
      try BlockRunner(threads: threads).run(0..<1000) { block throws(Trouble) in
        block
      } merge: { block, _ throws(Trouble) in
        if block == 4 { throw Trouble.merge }
        return .more
      }
    }
  }

  @Test("a slow block holds the others back at the window", arguments: [(2, 2), (4, 4), (4, 9)])
  func window(threads: Int, window: Int) {
    let ahead = Atomic(0)
    let merged = Atomic(0)
    let outcome = BlockRunner(threads: threads, window: window).run(0..<300) { block in
      ahead.max(block - merged.load(ordering: .acquiring), ordering: .relaxed)
      if block % 50 == 0 { usleep(10_000) }
    } merge: { block, _ in
      merged.store(block + 1, ordering: .releasing)
      return .more
    }
    #expect(outcome.ending == .completed)
    // The block being merged is out of the window and not yet counted as merged.
    #expect(ahead.load(ordering: .relaxed) <= window)
  }

  @Test("a window narrower than the threads is widened to them")
  func narrowWindow() {
    #expect(BlockRunner(threads: 6, window: 1).window == 6)
    #expect(BlockRunner(threads: 0).threads == 1)
  }

  @Test("a cancellation keeps a prefix without a gap", arguments: [1, 2, 5])
  func cancellation(threads: Int) {
    let cancellation = Cancellation()
    var merged: [Int] = []
    let outcome = BlockRunner(threads: threads).run(0..<100_000, cancellation: cancellation) {
      dawdle()
      return $0
    } merge: { block, _ in
      merged.append(block)
      if block == 30 { cancellation.cancel() }
      return .more
    }
    #expect(outcome.ending == .cancelled)
    #expect(outcome.merged.count >= 31)
    #expect(outcome.merged.count <= 31 + 4 * threads)
    #expect(merged == Array(outcome.merged))
  }

  @Test("a run cancelled before it begins merges nothing", arguments: [1, 4])
  func cancelledBefore(threads: Int) {
    let cancellation = Cancellation()
    cancellation.cancel()
    let outcome = BlockRunner(threads: threads).run(7..<100, cancellation: cancellation) {
      $0
    } merge: { _, _ in
      .more
    }
    #expect(outcome == BlockOutcome(ending: .cancelled, merged: 7..<7))
  }

  @Test("a cancellation after the last block has been handed out changes nothing")
  func cancelledTooLate() {
    let cancellation = Cancellation()
    let outcome = BlockRunner(threads: 2).run(0..<3, cancellation: cancellation) { block in
      if block == 2 { cancellation.cancel() }
      return block
    } merge: { _, _ in
      .more
    }
    #expect(outcome == BlockOutcome(ending: .completed, merged: 0..<3))
  }

  @Test("a run taken up again gives with its first part what one run gives")
  func resumed() {
    func sum(_ parts: [Range<Int>]) -> Double {
      var sum = 0.1
      for blocks in parts {
        _ = BlockRunner(threads: 3).run(blocks) {
          1 / Double($0 + 1)
        } merge: { _, part in
          sum = sum * 1.1 + part
          return .more
        }
      }
      return sum
    }
    #expect(sum([0..<60]) == sum([0..<23, 23..<23, 23..<60]))
  }

  @Test("no blocks are a completed run", arguments: [1, 2])
  func empty(threads: Int) {
    let outcome = BlockRunner(threads: threads).run(5..<5) {
      $0
    } merge: { _, _ in
      .more
    }
    #expect(outcome == BlockOutcome(ending: .completed, merged: 5..<5))
  }

  @Test("a block may itself run blocks")
  func nested() {
    var total = 0
    _ = BlockRunner(threads: 2).run(0..<4) { outer in
      var sum = 0
      _ = BlockRunner(threads: 2).run(0..<10) {
        outer * $0
      } merge: { _, part in
        sum += part
        return .more
      }
      return sum
    } merge: { _, part in
      total += part
      return .more
    }
    #expect(total == 45 * 6)
  }

  @Test("a worker has the stack of a first thread")
  func stack() {
    // Six megabytes of frames; a thread of Swift's pool has half of one.
    var depths: [Int] = []
    _ = BlockRunner(threads: 2).run(0..<2) { _ in
      descend(5000)
    } merge: { _, depth in
      depths.append(depth)
      return .more
    }
    #expect(depths == [5000, 5000])
  }

  @Test("a block costs less than 200 microseconds beside its work", arguments: [1, 2])
  func overhead(threads: Int) {
    let count = 20_000
    let start = MonotonicClock.seconds()
    _ = BlockRunner(threads: threads).run(0..<count) {
      $0
    } merge: { _, _ in
      .more
    }
    let microseconds = 1e6 * (MonotonicClock.seconds() - start) / Double(count)
    #expect(microseconds < 200)
  }
}
