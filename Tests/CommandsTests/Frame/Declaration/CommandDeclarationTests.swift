// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Commands
import Testing

@Suite("Declarations")
struct CommandDeclarationTests {
  @Test("arguments may stand as early and as late as optional ones before them permit")
  func places() {
    let command = ShootCommand().declaration
    #expect(command.arguments(at: 0).map(\.name) == ["SIDE", "TARGET"])
    #expect(command.arguments(at: 1).map(\.name) == ["TARGET"])
    #expect(command.arguments(at: 2).isEmpty)
    #expect(GatherCommand().declaration.arguments(at: 7).map(\.name) == ["FILE"])
  }

  @Test("an example is shown as a shell needs it")
  func example() {
    let example = Example("shoot", "lead", "--energy", "50 GeV", "it's", "", shows: "")
    #expect(example.line(for: "beamline") == #"beamline shoot lead --energy '50 GeV' 'it'\''s' ''"#)
  }
}
