// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Inference
import Testing

@Suite("Tally of toys")
struct ToyTallyTests {
  @Test("has the binomial error, and one above zero when no toy is extreme")
  func error() {
    var tally = ToyTally()
    for toy in 0..<400 { tally.add(isExtreme: toy % 4 == 0) }
    #expect(tally.pValue == 0.25)
    #expect(abs(tally.error - (0.25 * 0.75 / 400).squareRoot()) < 2e-4)
    var none = ToyTally()
    for _ in 0..<98 { none.add(isExtreme: false) }
    #expect(none.pValue == 0)
    #expect(abs(none.error - (0.01 * 0.99 / 98).squareRoot()) < 1e-12)
  }

  @Test("stops after the block that reaches the wanted error, or at the largest number")
  func stopRule() throws {
    let rule = try ToyStopRule(relativeError: 0.1, largestNumber: 5000)
    func every(_ period: Int) -> (Range<Int>) -> ToyTally {
      { toys in
        var tally = ToyTally()
        for toy in toys { tally.add(isExtreme: toy % period == 0) }
        return tally
      }
    }
    // Half of the toys: (1 - p)/(p N) falls to 1% at N = 100.
    #expect(rule.run(blockSize: 30, every(2)).toys == 120)
    #expect(rule.run(blockSize: 300, every(1000)).toys == 5000)
    #expect(rule.run(blockSize: 300, every(100_000)).extreme == 1)
  }
}
