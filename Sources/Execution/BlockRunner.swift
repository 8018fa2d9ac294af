// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Runs numbered blocks of work on several threads and merges their results in the order of the
/// numbers.
///
/// Whatever is merged is the same for every number of threads and however long each block takes:
///
/// - `merge` runs on the caller's thread and sees the blocks one by one, from the lowest up;
/// - a rule that says ``Decision/enough`` after block k ends the run there, and what other threads
///   have finished beyond k is dropped;
/// - an error in block k is thrown after the blocks below k have been merged. It is the one of the
///   lowest block that has one, unless a rule ended the run before.
///
/// A cancellation lets the running blocks end and merges them, so that a prefix of the blocks is
/// kept; how long it is depends on the moment, what it holds does not.
///
/// No more than ``window`` blocks are running or waiting for their turn, beside the one that is
/// being merged: a slow block holds the others back instead of filling the memory.
///
/// The workers are threads of the operating system and not tasks of Swift's pool: a block computes
/// for seconds without a suspension, calls C code that may need a deep stack, and waits when the
/// window is full. The pool forbids the last, and gives neither a number of threads to choose nor
/// a stack.
package struct BlockRunner: Sendable {
  /// What a merge says about the blocks that follow.
  package enum Decision: Sendable {
    /// More blocks are needed.
    case more
    /// The result is good enough: no block after this one counts.
    case enough
  }

  /// How many blocks are computed at the same time.
  package let threads: Int

  /// How many blocks may be running or waiting to be merged.
  package let window: Int

  /// Makes a runner; with one thread the blocks are computed on the caller's.
  ///
  /// - Parameters:
  ///   - threads: how many blocks to compute at the same time, at least 1.
  ///   - window: how many blocks may be unfinished or unmerged, at least `threads`; four a thread
  ///     when it is not given, which evens out blocks that differ by a factor of four.
  package init(threads: Int = Cores.available, window: Int? = nil) {
    self.threads = max(1, threads)
    self.window = max(self.threads, window ?? 4 * self.threads)
  }

  /// Computes the blocks and merges their results in order.
  ///
  /// - Parameters:
  ///   - blocks: the numbers of the blocks; a run that is taken up again starts above 0.
  ///   - cancellation: asked before each block begins.
  ///   - compute: makes the result of a block from its number alone; called on many threads.
  ///   - merge: takes a block's result, on the caller's thread and in order.
  /// - Returns: how the run ended and which blocks were merged.
  /// - Throws: what `merge` throws, or `compute` for the lowest block that fails.
  package func run<Part: Sendable, Failure: Error>(
    _ blocks: Range<Int>,
    cancellation: Cancellation = Cancellation(),
    compute: @escaping @Sendable (Int) throws(Failure) -> Part,
    merge: (Int, Part) throws(Failure) -> Decision
  ) throws(Failure) -> BlockOutcome {
    let ledger = BlockLedger<Part, Failure>(blocks, window: window, cancellation: cancellation)
    let work: @Sendable (Int) -> Void = { block in
      do throws(Failure) {
        ledger.enter(.success(try compute(block)), of: block)
      } catch {
        ledger.enter(.failure(error), of: block)
      }
    }
    let workers = startWorkers(atMost: blocks.count) {
      while let block = ledger.takeBlock() { work(block) }
    }
    defer {
      ledger.close()
      for worker in workers { worker.join() }
    }

    var next = blocks.lowerBound
    while true {
      // Alone, the caller computes: with one thread, or where the system gives no thread at all.
      if workers.isEmpty, let block = ledger.takeBlock() { work(block) }
      guard let result = ledger.awaitNext() else { break }
      let decision = try merge(next, result.get())
      next += 1
      if decision == .enough {
        return BlockOutcome(ending: .satisfied, merged: blocks.lowerBound..<next)
      }
    }
    return BlockOutcome(
      ending: next == blocks.upperBound ? .completed : .cancelled, merged: blocks.lowerBound..<next)
  }

  /// Starts as many threads as there is work for; fewer when the system refuses, as only the speed
  /// depends on it.
  private func startWorkers(
    atMost blocks: Int, _ body: @escaping @Sendable () -> Void
  ) -> [WorkerThread] {
    guard threads > 1 else { return [] }
    return (0..<min(threads, blocks)).compactMap { _ in WorkerThread(body) }
  }
}
