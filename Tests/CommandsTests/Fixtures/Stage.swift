// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Commands
import Synchronization

/// A sink that keeps what it is given, and may refuse.
final class Listener: TextSink {
  private let heard = Mutex("")
  private let refusal: WriteFailure?

  init(refusing refusal: WriteFailure? = nil) { self.refusal = refusal }

  var text: String { heard.withLock { $0 } }

  func write(_ text: String) throws(WriteFailure) {
    if let refusal { throw refusal }
    heard.withLock { $0 += text }
  }
}

/// What a run of a program left behind.
struct Performance {
  let status: ExitStatus
  let output: String
  let error: String
}

extension Program {
  /// Runs words in process and listens.
  func perform(
    _ words: [String], columns: Int? = nil, isColourful: Bool = false,
    environment: [String: String] = [:], refusing refusal: WriteFailure? = nil
  ) -> Performance {
    let output = Listener(refusing: refusal)
    let error = Listener()
    let console = Console(
      output: Channel(sink: output, columns: columns, isColourful: isColourful),
      error: Channel(sink: error, columns: columns, isColourful: isColourful))
    let surroundings = Surroundings(
      console: console, environment: environment, executable: nil)
    let status = run(words, in: surroundings)
    return Performance(status: status, output: output.text, error: error.text)
  }
}
