// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A line on the terminal that says how far some work is, rewritten in place.
///
///     simulating: 42%, 12.3 k electrons/s, 1 min 05 s left
///
/// Whoever makes it decides whether there is a terminal to draw on: without a sink it draws
/// nothing. Work that is over within half a second is not announced at all.
package struct Progress {
  /// How long work must take before the line appears, in seconds.
  private static let patience = 0.5
  /// The shortest time between two drawings, in seconds.
  private static let interval = 0.2

  private let activity: String
  private let unit: String
  private let total: Int?
  private let width: Int
  private let clock: () -> Double
  private let draw: ((String) -> Void)?
  private let began: Double
  private let doneBefore: Int
  private var lastDrawn: Double?

  /// Starts the clock.
  ///
  /// - Parameters:
  ///   - activity: what is going on, such as "simulating".
  ///   - unit: what is counted, in the plural, such as "electrons".
  ///   - total: how many there will be, where that is known.
  ///   - doneBefore: how many were done by an earlier run; they do not count for the rate.
  ///   - width: the columns of the terminal; a longer line could not be taken back.
  ///   - clock: seconds of a clock that only goes forward.
  ///   - draw: writes to the terminal; nil where there is none.
  package init(
    _ activity: String, unit: String, total: Int?, doneBefore: Int = 0, width: Int = 80,
    clock: @escaping () -> Double = MonotonicClock.seconds, draw: ((String) -> Void)?
  ) {
    self.activity = activity
    self.unit = unit
    self.total = total
    self.width = width
    self.clock = clock
    self.draw = draw
    self.doneBefore = doneBefore
    began = clock()
  }

  /// Draws the line anew, unless it has been drawn a moment ago.
  ///
  /// - Parameter done: how many are done in all, those of an earlier run included.
  package mutating func update(done: Int) {
    guard let draw else { return }
    let now = clock()
    guard now - began >= Self.patience, now - (lastDrawn ?? began) >= Self.interval else { return }
    lastDrawn = now
    let reading = ProgressReading(
      activity: activity, unit: unit, total: total, done: done,
      doneSinceStart: done - doneBefore, seconds: now - began)
    draw(Self.rewind + reading.description.prefix(max(0, width - 1)))
  }

  /// Takes the line away, before anything else is written to the terminal.
  package mutating func finish() {
    guard lastDrawn != nil else { return }
    lastDrawn = nil
    draw?(Self.rewind)
  }

  /// Back to the first column, and clear to the end of the line.
  private static let rewind = "\r\u{1B}[K"
}
