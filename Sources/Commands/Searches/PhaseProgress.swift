// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Execution
import Searches

/// The line on the terminal of a run in several phases.
struct PhaseProgress {
  private let channel: Channel
  private let isDrawn: Bool
  private var phase: SearchRun.Phase?
  private var line: Progress?

  /// A line on a channel, where that is a terminal.
  init(on channel: Channel, isQuiet: Bool) {
    self.channel = channel
    isDrawn = channel.isTerminal && !isQuiet
  }

  /// Says how far a phase is.
  mutating func update(_ phase: SearchRun.Phase, _ done: Int, _ total: Int) {
    guard isDrawn else { return }
    if phase != self.phase {
      line?.finish()
      let sink = channel.sink
      line = Progress(
        phase.rawValue, unit: phase == .showers ? "showers" : "steps", total: total,
        width: channel.columns ?? 80, draw: { try? sink.write($0) })
      self.phase = phase
    }
    line?.update(done: done)
  }

  /// Takes the line away.
  mutating func finish() { line?.finish() }
}
