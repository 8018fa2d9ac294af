// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Turns whatever a command throws into sentences and an exit status.
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
    let report = MistakeReport(program: program.name, words: words, channel: console.error)
    switch error {
    case WriteFailure.closedPipe:
      return .done
    case let errors as UsageErrors:
      console.remark(report.text(for: errors.all, seeAlso: helpLine))
      return .misused
    case is CancellationError:
      console.remark("\(program.name): interrupted")
      return .interrupted
    case let error as any Error & CustomStringConvertible:
      console.remark(report.headline(printable(error.description)))
      return .failed
    default:
      // Never the reflection of a value: a type's name is what a report of the fault needs.
      let fault = "unexpected failure (\(type(of: error)) explains nothing) please report it"
      console.remark(report.headline(fault))
      return .failed
    }
  }

  private var helpLine: String {
    let known = program.commands.map(\.name)
    let command = words.first.flatMap { known.contains($0) ? $0 : nil }
    return ([program.name, "help"] + (command.map { [$0] } ?? [])).joined(separator: " ")
  }
}
