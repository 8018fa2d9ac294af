// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// A mistake on the command line: PROBLEM (WHY) SUGGESTION, and the word it stands on.
package struct UsageError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  package let problem: String
  /// Why it is wrong; may be empty.
  package let reason: String
  /// What to do instead; may be empty.
  package let suggestion: String
  /// The word it stands on; nil where a word is missing.
  ///
  /// A form, which sees one word alone, gives the place in that word.
  package let place: Word.Place?

  /// A mistake.
  package init(
    _ problem: String, because reason: String = "", try suggestion: String = "",
    at place: Word.Place? = nil
  ) {
    self.problem = problem
    self.reason = reason
    self.suggestion = suggestion
    self.place = place
  }

  /// A word that is no quantity of the kind wanted.
  package init(_ error: QuantityError) {
    let extent = error.extent
    self.init(
      error.problem, because: error.reason, try: error.suggestion,
      at: Word.Place(
        index: 0, offset: extent.lowerBound, length: extent.isEmpty ? nil : extent.count))
  }

  package var description: String {
    [problem, reason.isEmpty ? "" : "(\(reason))", suggestion]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The same mistake on a word of the command line; a place it has already is one in that word.
  func at(_ word: Word.Place) -> UsageError {
    UsageError(
      problem, because: reason, try: suggestion,
      at: Word.Place(
        index: word.index, offset: word.offset + (place?.offset ?? 0),
        length: place?.length ?? word.length))
  }

  /// The same mistake, told as one about a parameter.
  func about(_ name: String) -> UsageError {
    UsageError("\(name): \(problem)", because: reason, try: suggestion, at: place)
  }
}

/// All mistakes found on a command line; there is at least one.
package struct UsageErrors: Error, Hashable, Sendable {
  /// The mistakes, in the order in which they are told.
  package let all: [UsageError]

  /// Several mistakes.
  package init(_ all: [UsageError]) { self.all = all }

  /// One mistake.
  package init(_ error: UsageError) { all = [error] }

  /// A required parameter was left out.
  static func missing(_ specification: ParameterSpecification) -> UsageErrors {
    UsageErrors(
      UsageError(
        "missing \(specification.role == .argument ? "argument" : "option") \(specification.name)",
        because: specification.meaning,
        try: specification.expectation.map { "give \($0)" } ?? ""))
  }
}
