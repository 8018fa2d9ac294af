// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// What is wrong with a table of numbers, and where.
///
/// The description has the shape of all messages of the program, PROBLEM (WHY) SUGGESTION, after the
/// place.
package struct TableError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file.
  package let file: String
  /// The line, counted from 1; `nil` if the fault is none of a line.
  package let line: Int?
  /// What is wrong.
  package let problem: String
  /// Why it is wrong.
  package let reason: String
  /// The way out; empty if there is none to offer.
  package let suggestion: String

  /// Makes an error.
  package init(
    file: String, line: Int? = nil, problem: String, reason: String, suggestion: String = ""
  ) {
    self.file = file
    self.line = line
    self.problem = problem
    self.reason = reason
    self.suggestion = suggestion
  }

  /// The place and the sentence.
  package var description: String {
    let place = line.map { "\(file):\($0): " } ?? "\(file): "
    return place + "\(problem) (\(reason))" + (suggestion.isEmpty ? "" : " \(suggestion)")
  }
}
