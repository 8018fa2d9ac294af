// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Storage

/// Turns whatever a command throws into sentences, with `--json` a document, and an exit status.
struct FailureReport: Sendable {
  private let program: ProgramDeclaration
  private let words: [String]
  private let console: Console

  init(of program: ProgramDeclaration, words: [String], on console: Console) {
    self.program = program
    self.words = words
    self.console = console
  }

  /// Tells an error to whoever called the program.
  func tell(_ error: any Error) -> ExitStatus {
    // Nobody is left to be told.
    if case WriteFailure.closedPipe = error { return .done }
    let failure = self.failure(for: error)
    console.remark(failure.text)
    // Where the output itself has failed there is no way left for a document.
    if wantsJSON, !(error is WriteFailure) {
      try? console.output.sink.write(failure.document.text(.indented))
    }
    return failure.status
  }

  private func failure(for error: any Error) -> Failure {
    let report = MistakeReport(of: program, words: words, channel: console.error)
    let sentence: String
    switch error {
    case let error as any TellableError:
      return error.failure(in: report)
    case let error as any Error & CustomStringConvertible:
      sentence = printable(error.description)
    default:
      // Never the reflection of a value: a type's name is what a report of the fault needs.
      sentence = "unexpected failure (\(type(of: error)) explains nothing) please report it"
    }
    return Failure(
      status: .failed, text: report.headline(sentence), entries: [["message": .string(sentence)]])
  }

  /// Whether a document was asked for, also by a command line that is wrong elsewhere.
  private var wantsJSON: Bool {
    words.prefix { $0 != "--" }.contains(StandardOption.json.specification.name)
  }
}
