// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Execution
import Testing

/// A reading of 200 000 electrons with a few fields of interest.
private func line(
  done: Int, of total: Int? = 200_000, sinceStart: Int? = nil, after seconds: Double
) -> String {
  ProgressReading(
    activity: "simulating", unit: "electrons", total: total, done: done,
    doneSinceStart: sinceStart ?? done, seconds: seconds
  ).description
}

@Suite("the words of a progress line")
struct ProgressReadingTests {
  @Test("share, rate and time left")
  func whole() {
    #expect(line(done: 84_000, after: 7) == "simulating: 42%, 12.0 k electrons/s, 10 s left")
    #expect(line(done: 1000, after: 10) == "simulating: 0%, 100 electrons/s, 33 min 10 s left")
  }

  @Test("nothing done yet: no rate and no time")
  func nothingDone() {
    #expect(line(done: 0, after: 30) == "simulating: 0%")
    #expect(line(done: 0, of: nil, after: 30) == "simulating: 0 electrons")
    #expect(line(done: 10, after: 0) == "simulating: 0%")
  }

  @Test("total unknown: a count and a rate")
  func totalUnknown() {
    #expect(line(done: 950, of: nil, after: 10) == "simulating: 950 electrons, 95 electrons/s")
    #expect(
      line(done: 1_234_567, of: nil, after: 2)
        == "simulating: 1.23 M electrons, 617 k electrons/s")
  }

  @Test("the end and beyond it are 100%, and nothing before is")
  func end() {
    #expect(line(done: 199_999, after: 1) == "simulating: 99%, 200 k electrons/s, 1 s left")
    #expect(line(done: 200_000, after: 1) == "simulating: 100%, 200 k electrons/s")
    #expect(line(done: 300_000, after: 1) == "simulating: 100%, 300 k electrons/s")
    #expect(line(done: 0, of: 0, after: 1) == "simulating: 100%")
  }

  @Test("what an earlier run has done counts for the share and not for the rate")
  func resumed() {
    #expect(
      line(done: 110_000, sinceStart: 10_000, after: 10)
        == "simulating: 55%, 1.00 k electrons/s, 1 min 30 s left")
  }

  @Test(
    "a rate is given per second, minute or hour",
    arguments: [
      (1, 1.0, "1 electrons/s"), (1, 4, "0.25 electrons/s"), (1, 20, "3 electrons/min"),
      (1, 1000, "3.60 electrons/h"), (9999, 10, "1.00 k electrons/s"), (10, 16, "0.63 electrons/s"),
      (99_949, 1000, "99.9 electrons/s"), (99_951, 1000, "100 electrons/s"),
    ])
  func rate(done: Int, seconds: Double, expected: String) {
    #expect(line(done: done, of: nil, after: seconds).hasSuffix(", " + expected))
  }

  @Test(
    "the time left, rounded up",
    arguments: [
      (0.2, "1 s"), (59, "59 s"), (60, "1 min 00 s"), (3599.5, "1 h 00 min"),
      (11_220, "3 h 07 min"), (86_400, "1 d 00 h"), (183_600, "2 d 03 h"),
      (1e10, "more than 100 d"),
    ])
  func duration(left: Double, expected: String) {
    // Half of it done in the time that is left.
    #expect(line(done: 1, of: 2, after: left).hasSuffix(", \(expected) left"))
  }
}
