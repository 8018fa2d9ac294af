// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Sums over events of a row of numbers, and of their squares.
package struct EventMoments: Sendable {
  private var sums: [Double]
  private var squares: [Double]
  /// The number of events.
  package private(set) var events = 0

  init(count: Int) {
    sums = [Double](repeating: 0, count: count)
    squares = sums
  }

  /// Adds an event and empties it.
  mutating func close(_ event: UnsafeMutableBufferPointer<Double>) {
    sums.withUnsafeMutableBufferPointer { sums in
      squares.withUnsafeMutableBufferPointer { squares in
        for index in event.indices {
          let x = event[index]
          sums[index] += x
          squares[index] += x * x
          event[index] = 0
        }
      }
    }
    events += 1
  }

  /// Adds later events.
  mutating func merge(_ later: EventMoments) {
    for index in sums.indices {
      sums[index] += later.sums[index]
      squares[index] += later.squares[index]
    }
    events += later.events
  }

  /// The number of entries in the row.
  package var count: Int { sums.count }

  /// The mean of an entry over the events; 0 without events.
  package func mean(_ index: Int) -> Double { events > 0 ? sums[index] / Double(events) : 0 }

  /// The standard deviation of an entry from event to event.
  package func rms(_ index: Int) -> Double {
    guard events > 0 else { return 0 }
    let mean = sums[index] / Double(events)
    return max(squares[index] / Double(events) - mean * mean, 0).squareRoot()
  }

  /// The standard deviation of the mean.
  package func error(_ index: Int) -> Double {
    events > 1 ? rms(index) / Double(events - 1).squareRoot() : .infinity
  }
}
