// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Execution
import Testing

/// A terminal and a clock made of paper.
private final class Paper {
  var time = 100.0
  var drawn: [String] = []

  func progress(total: Int? = 100, doneBefore: Int = 0, width: Int = 80) -> Progress {
    Progress(
      "scanning", unit: "points", total: total, doneBefore: doneBefore, width: width,
      clock: { self.time }, draw: { self.drawn.append($0) })
  }
}

@Suite("the progress line on a terminal")
struct ProgressTests {
  @Test("it is rewritten in place, at most five times a second, and taken away at the end")
  func life() {
    let paper = Paper()
    var progress = paper.progress()
    for step in 1...100 {
      paper.time = 100 + 0.0625 * Double(step)
      progress.update(done: step)
    }
    progress.finish()
    #expect(paper.drawn.first == "\r\u{1B}[Kscanning: 8%, 16 points/s, 6 s left")
    #expect(paper.drawn[1] == "\r\u{1B}[Kscanning: 12%, 16 points/s, 6 s left")
    #expect(paper.drawn.dropLast().last == "\r\u{1B}[Kscanning: 100%, 16 points/s")
    #expect(paper.drawn.last == "\r\u{1B}[K")
    #expect(paper.drawn.count == 25)
  }

  @Test("work shorter than half a second is not announced, nor its end")
  func short() {
    let paper = Paper()
    var progress = paper.progress()
    paper.time += 0.49
    progress.update(done: 50)
    progress.finish()
    #expect(paper.drawn.isEmpty)
  }

  @Test("without a terminal nothing is drawn, nor is the clock read again")
  func noTerminal() {
    let paper = Paper()
    var readings = 0
    var progress = Progress(
      "scanning", unit: "points", total: 10,
      clock: {
        readings += 1
        return paper.time
      }, draw: nil)
    progress.update(done: 5)
    progress.finish()
    #expect(readings == 1)
  }

  @Test("a line is cut before the last column, from where it could not be taken back")
  func narrow() {
    let paper = Paper()
    var progress = paper.progress(width: 12)
    paper.time += 1
    progress.update(done: 50)
    #expect(paper.drawn == ["\r\u{1B}[Kscanning: 5"])
  }

  @Test("a run taken up again shows the whole share and its own rate")
  func resumed() {
    let paper = Paper()
    var progress = paper.progress(doneBefore: 60)
    paper.time += 2
    progress.update(done: 80)
    #expect(paper.drawn == ["\r\u{1B}[Kscanning: 80%, 10 points/s, 2 s left"])
  }

  @Test("the end is drawn away once")
  func finishedTwice() {
    let paper = Paper()
    var progress = paper.progress()
    paper.time += 1
    progress.update(done: 1)
    progress.finish()
    progress.finish()
    #expect(paper.drawn.count == 2)
  }

  @Test("the clock goes forward by seconds")
  func clock() {
    let start = MonotonicClock.seconds()
    var now = start
    for _ in 0..<1000 {
      let next = MonotonicClock.seconds()
      #expect(next >= now)
      now = next
    }
    #expect(now - start < 5)
  }
}
