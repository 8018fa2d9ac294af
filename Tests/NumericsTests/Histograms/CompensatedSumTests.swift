// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics
import Testing

@Suite("Compensated sums")
struct CompensatedSumTests {
  @Test("keep what a plain sum loses")
  func cancellation() {
    var sum = CompensatedSum()
    for term in [1, 1e100, 1, -1e100] { sum.add(term) }
    #expect(sum.value == 2)
    let plain: Double = 1 + 1e100 + 1 - 1e100
    #expect(plain == 0)
  }

  @Test("of a million tenths are exact to the last digit, where a plain sum errs by 1e-11")
  func tenths() {
    var sum = CompensatedSum()
    var plain = 0.0
    for _ in 0..<1_000_000 {
      sum.add(0.1)
      plain += 0.1
    }
    #expect(sum.value == 100_000)
    #expect(abs(plain - 100_000) > 1e-7)
  }

  @Test("add up and scale like their values")
  func parts() {
    var first = CompensatedSum()
    var second = CompensatedSum()
    for index in 0..<1000 {
      first.add(1 / Double(index + 1))
      second.add(-1e17 * Double(index % 3 - 1))
    }
    let value = first.value
    first.add(second)
    second.scale(by: -1)
    first.add(second)
    #expect(first.value == value)
    first.scale(by: 0.5)
    #expect(first.value == 0.5 * value)
  }

  @Test("of infinities are infinite, of opposite ones NaN")
  func infinities() {
    var sum = CompensatedSum()
    sum.add(.infinity)
    sum.add(1)
    #expect(sum.value == .infinity)
    sum.add(-.infinity)
    #expect(sum.value.isNaN)
  }
}
