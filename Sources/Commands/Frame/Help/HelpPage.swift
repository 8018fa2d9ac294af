// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// The pages that `--help` and `help` show.
package struct HelpPage: Sendable {
  private let program: ProgramDeclaration
  private let channel: Channel
  private let width: Int

  /// Columns before the explanations.
  private static let margin = 26

  /// Pages for a channel: as wide as its terminal, 80 columns where there is none.
  package init(of program: ProgramDeclaration, on channel: Channel) {
    self.program = program
    self.channel = channel
    width = min(max(channel.columns ?? 80, 40), 100)
  }

  /// The page of the program: its commands.
  package var overview: String {
    let commands = program.commands.map { entry($0.name, $0.abstract) }
    let options = [
      entry("--version", "show the version"),
      entry(StandardOption.help.specification.label, "show this page"),
    ]
    return sections([
      Paragraph(program.abstract, width: width).indented(by: 0),
      heading("USAGE:") + " \(program.name) COMMAND ...",
      section("COMMANDS:", commands),
      section("OPTIONS:", options),
      Paragraph(
        "'\(program.name) help COMMAND' explains a command, with examples that run.", width: width
      ).indented(by: 0),
    ])
  }

  /// The page of a command.
  package func page(of command: CommandDeclaration) -> String {
    sections([
      Paragraph(command.abstract, width: width).indented(by: 0),
      usage(of: command),
      section("EXAMPLES:", command.examples.map(example)),
      Paragraph(command.discussion, width: width).indented(by: 0),
      section("ARGUMENTS:", command.arguments.map(entry)),
      section("OPTIONS:", command.options.map(entry)),
    ])
  }

  private func usage(of command: CommandDeclaration) -> String {
    let label = "USAGE: "
    let prefix = "\(program.name) \(command.name) "
    let words = command.usage(for: program.name).dropFirst(prefix.count)
    let indent = label.count + prefix.count
    // A word such as `[--out DIR]` stays whole: its space does not break a line.
    let unbroken = Paragraph(glued(words), width: width - indent).hanging(by: indent)
    return heading("USAGE:") + " " + prefix + unbroken.replacing("\u{A0}", with: " ")
  }

  /// Spaces within brackets, and between a required option and its value, made unbreakable.
  private func glued(_ usage: Substring) -> String {
    var depth = 0
    return String(
      usage.map { character in
        if character == "[" { depth += 1 }
        if character == "]" { depth -= 1 }
        return character == " " && depth > 0 ? "\u{A0}" : character
      })
  }

  private func example(_ example: Example) -> String {
    "  " + example.line(for: program.name) + "\n"
      + Paragraph(example.meaning, width: width - 6).indented(by: 6)
  }

  private func entry(_ parameter: ParameterSpecification) -> String {
    let remarks = parameter.remarks
    let text = parameter.meaning + (remarks.isEmpty ? "" : " (\(remarks.joined(separator: "; ")))")
    let choices = parameter.listsChoices ? parameter.choices.map(choice) : []
    return ([entry(parameter.label, text)] + choices).joined(separator: "\n")
  }

  private func choice(_ choice: Choice) -> String {
    let indent = Self.margin + 2
    let label = choice.name + ": "
    guard !choice.meaning.isEmpty else {
      return String(repeating: " ", count: indent) + choice.name
    }
    let text = Paragraph(choice.meaning, width: width - indent - label.count)
    return String(repeating: " ", count: indent) + label
      + text.hanging(by: indent + label.count)
  }

  private func entry(_ label: String, _ text: String) -> String {
    let explanation = Paragraph(text, width: width - Self.margin)
    let start = "  " + label
    guard start.displayWidth + 2 <= Self.margin else {
      return start + "\n" + explanation.indented(by: Self.margin)
    }
    let gap = String(repeating: " ", count: Self.margin - start.displayWidth)
    return start + gap + explanation.hanging(by: Self.margin)
  }

  private func section(_ title: String, _ entries: [String]) -> String {
    entries.isEmpty ? "" : ([heading(title)] + entries).joined(separator: "\n")
  }

  private func heading(_ title: String) -> String { channel.styled(title, .strong) }

  private func sections(_ sections: [String]) -> String {
    sections.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}
