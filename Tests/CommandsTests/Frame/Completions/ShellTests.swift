// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Commands
import Testing

@Suite("Completions")
struct ShellTests {
  private static let script = Shell.bash.completions(for: Program.fixture.declaration)
  private static let files = [
    "beamline.bash": script, "plot.pdf": "", "plot.txt": "", "my card.svg": "", "folder/": "",
    "beamline": "#!/bin/bash\necho shoot; echo help",
  ]

  @Test("bash accepts the script")
  func syntax() throws {
    let answer = try Bash.output(of: "bash -n beamline.bash 2>&1; echo $?", files: Self.files)
    #expect(answer == "0\n")
  }

  /// A line cut at the cursor, words apart as bash splits them, and what is offered.
  @Test(
    "bash offers what the place on the line permits",
    arguments: [
      (["s"], ["shoot"]),
      ([""], ["shoot", "gather", "completions", "help"]),
      (["--"], ["--version", "--help"]),
      (["shoot", ""], ["left", "right", "lead", "tungsten"]),
      (["shoot", "left", "l"], ["lead"]),
      (["shoot", "--energy", "5GeV", "left", ""], ["lead", "tungsten"]),
      (["shoot", "--energy", "=", "5GeV", "left", ""], ["lead", "tungsten"]),
      (["shoot", "--json", "left", ""], ["lead", "tungsten"]),
      (["shoot", "left", "lead", ""], []),
      (["shoot", "--e"], ["--energy", "--efficiency", "--events"]),
      (["shoot", "--method", ""], ["exact", "ww", "leading-log"]),
      (["shoot", "--method", "=", "w"], ["ww"]),
      (["shoot", "--method", "="], ["exact", "ww", "leading-log"]),
      (["shoot", "--energy", ""], []),
      (["shoot", "--figure", ""], ["folder", "my card.svg", "plot.pdf"]),
      (["shoot", "--figure", "plot"], ["plot.pdf"]),
      (["gather", "plot.pdf", "plot.t"], ["plot.txt"]),
      (["help", "s"], ["shoot"]),
    ])
  func bash(words: [String], offers: [String]) throws {
    let harness = """
      source ./beamline.bash
      COMP_WORDS=(./beamline "$@"); COMP_CWORD=$#
      _beamline
      for reply in "${COMPREPLY[@]}"; do echo "$reply"; done
      """
    let answer = try Bash.output(of: harness, words, files: Self.files)
    #expect(Set(answer.split(separator: "\n").map(String.init)) == Set(offers))
  }

  @Test("every shell's script knows every command and option", arguments: Shell.allCases)
  func complete(_ shell: Shell) {
    let script = shell.completions(for: Program.fixture.declaration)
    for command in Program.fixture.declaration.commands {
      #expect(script.contains(command.name))
      for option in command.options {
        let name = shell == .fish ? "-l " + option.name.dropFirst(2) : option.name
        #expect(script.contains(name))
      }
    }
  }
}
