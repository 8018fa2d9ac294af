// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// The program: its commands, and what happens between the words of a command line and an exit
/// status.
package struct Program: Sendable {
  /// All that is known of it before it runs.
  package let declaration: ProgramDeclaration
  /// Its commands, in the order of the help page.
  package let commands: [any Command]

  /// A program; `completions` and `help` are added to its commands.
  package init(name: String, abstract: String, version: String, commands: [any Command]) {
    let own = [CompletionsCommand.declaration, HelpCommand.declaration]
    declaration = ProgramDeclaration(
      name: name, abstract: abstract, version: version,
      commands: commands.map(\.declaration) + own)
    self.commands =
      commands + [CompletionsCommand(of: declaration), HelpCommand(of: declaration)]
  }

  /// Runs a command line; every failure becomes a sentence on standard error.
  ///
  /// - Parameters:
  ///   - words: What follows the name of the program.
  ///   - surroundings: Where commands print and what they find around them.
  /// - Returns: How it ended.
  package func run(_ words: [String], in surroundings: Surroundings) -> ExitStatus {
    do {
      return try answer(words, in: surroundings)
    } catch {
      return FailureReport(of: declaration, words: words, on: surroundings.console).tell(error)
    }
  }

  private func answer(_ words: [String], in surroundings: Surroundings) throws -> ExitStatus {
    let console = surroundings.console
    let page = HelpPage(of: declaration, on: console.output)
    guard let first = words.first, first != "--help", first != "-h" else {
      try console.print(page.overview)
      return .done
    }
    if first == "--version" {
      try console.print("\(declaration.name) \(declaration.version)")
      return .done
    }
    guard let command = commands.first(where: { $0.declaration.name == first }) else {
      throw UsageErrors(unknown(first))
    }
    let rest = words.enumerated().dropFirst().map { index, text in
      Word(text, at: Word.Place(index: index))
    }
    let parser = CommandLineParser(for: command.declaration, of: declaration.name)
    switch try parser.parse(rest) {
    case .help:
      try console.print(page.page(of: command.declaration))
      return .done
    case .run(let arguments):
      return try command.run(arguments, in: surroundings)
    }
  }

  private func unknown(_ word: String) -> UsageError {
    let place = Word.Place(index: 0)
    guard !word.hasPrefix("-") else {
      return UsageError(
        "unknown option \(quoted(word))", because: "the command comes first, then its options",
        try: didYouMean(word, among: ["--version", "--help"]), at: place)
    }
    return UsageError(
      "unknown command \(quoted(word))", because: "\(declaration.name) has no such command",
      try: didYouMean(word, among: declaration.commands.map(\.name)), at: place)
  }
}
