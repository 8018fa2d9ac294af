// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Storage

extension UsageErrors: TellableError {
  package func failure(in report: MistakeReport) -> Failure {
    Failure(status: .misused, text: report.text(for: all), entries: all.map(\.json))
  }
}

extension UsageError {
  /// The mistake for programs; `word` counts the words after the program's name from 0.
  fileprivate var json: JSONValue {
    [
      "message": .string(description), "problem": .string(problem), "reason": .string(reason),
      "suggestion": .string(suggestion),
      "word": place.map { .integer($0.index) } ?? .null,
    ]
  }
}
