// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Storage

/// A failure as it is told: in sentences to people, in a document to programs.
package struct Failure: Sendable {
  /// How the program ends.
  package let status: ExitStatus
  /// What standard error says.
  package let text: String
  /// What the JSON document says, one entry a mistake.
  package let entries: [JSONValue]

  /// A failure.
  package init(status: ExitStatus, text: String, entries: [JSONValue]) {
    self.status = status
    self.text = text
    self.entries = entries
  }

  /// The document that `--json` promises also when there is no result.
  var document: JSONValue {
    ["errors": .array(entries), "exit_status": .integer(Int(status.rawValue))]
  }
}

/// An error that knows how it is told and with which status the program ends.
///
/// All other errors are failures of the work: they end with status 1 and tell their description.
package protocol TellableError: Error {
  /// The failure in words.
  ///
  /// - Parameter report: Lays out sentences, with the command line at hand.
  /// - Returns: What to tell, and how to end.
  func failure(in report: MistakeReport) -> Failure
}
