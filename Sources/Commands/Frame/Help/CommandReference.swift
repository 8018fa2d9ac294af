// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// The reference of all commands in Markdown, docs/COMMANDS.md, from the declarations alone.
package struct CommandReference: Sendable {
  private let program: ProgramDeclaration

  /// The reference of a program.
  package init(of program: ProgramDeclaration) { self.program = program }

  /// The document.
  package var markdown: String {
    let entries = program.commands.map { command in
      "| [`\(command.name)`](#\(program.name)-\(command.name)) | \(escaped(command.abstract)) |"
    }
    let introduction = """
      # Commands of \(program.name)

      Written by `\(program.name) help --markdown` from the declarations of the commands; a test \
      holds it current.

      | command | what it does |
      |---|---|
      \(entries.joined(separator: "\n"))

      Exit status: 0 done, also when the reader of the output went away; 1 the work failed; \
      2 the command line or a card is wrong; 130 interrupted. With `--json` standard output \
      carries one JSON document, also after a failure: then its key `errors` lists what standard \
      error says in sentences.
      """
    return ([introduction] + program.commands.map(section)).joined(separator: "\n\n") + "\n"
  }

  private func section(of command: CommandDeclaration) -> String {
    let parts = [
      "## \(program.name) \(command.name)",
      command.abstract + ".",
      "```\n\(command.usage(for: program.name))\n```",
      command.discussion,
      table("Argument", command.arguments),
      table("Option", command.options),
      examples(of: command),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private func table(_ title: String, _ parameters: [ParameterSpecification]) -> String {
    guard !parameters.isEmpty else { return "" }
    let rows = parameters.map { parameter in
      var text = escaped(([parameter.meaning] + parameter.remarks).joined(separator: "; "))
      if parameter.listsChoices {
        text += parameter.choices.map { "<br>`\($0.name)`: \(escaped($0.meaning))" }.joined()
      }
      return "| `\(escaped(parameter.label))` | \(text) |"
    }
    return (["| \(title) | Meaning |", "|---|---|"] + rows).joined(separator: "\n")
  }

  private func examples(of command: CommandDeclaration) -> String {
    guard !command.examples.isEmpty else { return "" }
    let lines = command.examples.map { example in
      "# \(example.meaning)\n\(example.line(for: program.name))"
    }
    return "```sh\n\(lines.joined(separator: "\n"))\n```"
  }

  /// Text that cannot break a table.
  private func escaped(_ text: String) -> String {
    text.replacing("|", with: "\\|").replacing("\n", with: " ")
  }
}
