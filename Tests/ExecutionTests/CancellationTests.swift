// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Execution
import Testing

@Suite("cancellation")
struct CancellationTests {
  @Test("all copies of a handle see it, and others do not")
  func shared() {
    let first = Cancellation()
    let copy = first
    let other = Cancellation()
    #expect(!copy.isCancelled)
    first.cancel()
    first.cancel()
    #expect(copy.isCancelled)
    #expect(!other.isCancelled)
  }
}
