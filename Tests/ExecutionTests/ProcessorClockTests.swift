// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Execution
import Testing

@Suite("The clock of the processor")
struct ProcessorClockTests {
  @Test("goes on with work, and never back")
  func work() {
    let began = ProcessorClock.seconds()
    var sum = 0.0
    var last = began
    while last < began + 0.01 {
      for term in 1...1000 { sum += 1 / Double(term) }
      let now = ProcessorClock.seconds()
      #expect(now >= last)
      last = now
    }
    #expect(sum > 0)
  }
}
