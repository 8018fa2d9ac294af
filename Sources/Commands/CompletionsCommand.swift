// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// `lacuna completions SHELL`: a script that teaches a shell the words of the program.
package struct CompletionsCommand: Command {
  private static let shell = Argument(
    ValueForm<Shell>.choice("SHELL"),
    "the shell that is to complete")

  static let declaration = CommandDeclaration(
    name: "completions",
    abstract: "Write the completion script of a shell",
    discussion: """
      The script completes commands, options, their choices, files, and the names of cards. Keep \
      it where your shell looks for such scripts:

        bash   ~/.local/share/bash-completion/completions/lacuna
        zsh    _lacuna in a folder of $fpath
        fish   ~/.config/fish/completions/lacuna.fish

      or try it in a running bash with 'source <(lacuna completions bash)'.
      """,
    examples: [
      Example("completions", "bash", shows: "the script for bash, on standard output")
    ],
    parameters: [shell])

  private let program: ProgramDeclaration

  init(of program: ProgramDeclaration) { self.program = program }

  package var declaration: CommandDeclaration { Self.declaration }

  package func run(_ arguments: Arguments, in surroundings: Surroundings) throws -> ExitStatus {
    try surroundings.console.print(arguments[Self.shell].completions(for: program))
    return .done
  }
}
