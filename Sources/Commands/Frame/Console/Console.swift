// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Where a command prints, as a value that is passed in.
package struct Console: Sendable {
  /// Standard output: results, and nothing else.
  package let output: Channel
  /// Standard error: mistakes, remarks, progress.
  package let error: Channel

  /// A console.
  package init(output: Channel, error: Channel) {
    self.output = output
    self.error = error
  }

  /// The console of this process.
  static func ofProcess(environment: [String: String]) -> Console {
    Console(
      output: .ofProcess(1, environment: environment),
      error: .ofProcess(2, environment: environment))
  }

  /// Prints text and a line end on standard output.
  package func print(_ text: String) throws(WriteFailure) {
    try output.sink.write(text + "\n")
  }

  /// Prints text and a line end on standard error.
  ///
  /// A remark that nobody can receive is not worth a failure of its own.
  package func remark(_ text: String) {
    try? error.sink.write(text + "\n")
  }
}
