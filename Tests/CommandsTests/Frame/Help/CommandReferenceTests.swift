// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Commands
import Testing

@Suite("The reference of commands")
struct CommandReferenceTests {
  private let lines = CommandReference(of: Program.fixture.declaration).markdown
    .split(separator: "\n").map(String.init)

  @Test("every command has a section and a line in the table above")
  func sections() {
    for command in Program.fixture.declaration.commands {
      #expect(lines.contains("## beamline \(command.name)"))
      #expect(
        lines.contains("| [`\(command.name)`](#beamline-\(command.name)) | \(command.abstract) |"))
    }
  }

  @Test("a bar in a placeholder does not break the table")
  func bars() {
    let line = lines.first { $0.hasPrefix("| `--figure") }
    #expect(
      line == """
        | `--figure FILE.pdf\\|svg\\|png` | draw the result into a file; a file that ends in .pdf, \
        .svg, .png; default: none is drawn |
        """)
  }

  @Test("choices are listed with their meanings")
  func choices() {
    #expect(lines.contains { $0.contains("<br>`leading-log`: the leading logarithm") })
  }
}
