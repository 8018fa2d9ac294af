// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Synchronization

/// A flag that says "stop at the next block", shared by everyone who holds a copy of the handle.
///
/// It can be raised from any thread, and by a signal inside ``Interruption/heeded(by:)``. Once
/// raised it stays so.
package struct Cancellation: Sendable {
  private let flag = Flag()
  private let heedsSignals: Bool

  /// Makes a flag that nobody has raised.
  package init() { heedsSignals = false }

  /// Makes a flag that a signal to the process raises, too.
  init(heedingSignals: Bool) { heedsSignals = heedingSignals }

  /// Whether someone asked to stop.
  package var isCancelled: Bool {
    flag.isRaised.load(ordering: .acquiring) || heedsSignals && Interruption.isPending
  }

  /// Asks to stop; asking again changes nothing.
  package func cancel() { flag.isRaised.store(true, ordering: .releasing) }

  private final class Flag: Sendable {
    let isRaised = Atomic(false)
  }
}
