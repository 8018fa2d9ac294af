// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// `lacuna help [COMMAND]`: the page of the program or of a command.
package struct HelpCommand: Command {
  private static let command = Argument(
    optional: .text("COMMAND", "the name of a command")
      .completed(by: .lines(of: ["help", "--names"])),
    "the command to explain")
  private static let names = Flag("names", "print the names of all commands, one a line")
  private static let markdown = Flag("markdown", "print the reference of all commands in Markdown")

  static let declaration = CommandDeclaration(
    name: "help",
    abstract: "Explain a command",
    examples: [
      Example("help", "help", shows: "this page"),
      Example("help", "--markdown", shows: "the reference of all commands, docs/COMMANDS.md"),
    ],
    parameters: [command, names, markdown])

  private let program: ProgramDeclaration

  init(of program: ProgramDeclaration) { self.program = program }

  package var declaration: CommandDeclaration { Self.declaration }

  package func run(_ arguments: Arguments, in surroundings: Surroundings) throws -> ExitStatus {
    let console = surroundings.console
    let page = HelpPage(of: program, on: console.output)
    if arguments[Self.markdown] {
      try console.output.sink.write(CommandReference(of: program).markdown)
    } else if arguments[Self.names] {
      try console.print(program.commands.map(\.name).joined(separator: "\n"))
    } else if let name = arguments[Self.command] {
      try console.print(
        page.page(of: try command(named: name, at: arguments.places(of: Self.command).first)))
    } else {
      try console.print(page.overview)
    }
    return .done
  }

  private func command(named name: String, at place: Word.Place?) throws -> CommandDeclaration {
    guard let command = program.commands.first(where: { $0.name == name }) else {
      throw UsageErrors(
        UsageError(
          "unknown command \(quoted(name))", because: "\(program.name) has no such command",
          try: didYouMean(name, among: program.commands.map(\.name)), at: place))
    }
    return command
  }
}
