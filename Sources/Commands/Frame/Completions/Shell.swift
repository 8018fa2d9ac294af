// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A shell for which the program writes a completion script.
package enum Shell: String, CaseIterable, Sendable {
  /// GNU Bash, 4.4 or later.
  case bash
  /// Z shell, with its `compinit`.
  case zsh
  /// Fish, 3.0 or later.
  case fish

  /// The script that completes a program's commands, options and values.
  package func completions(for program: ProgramDeclaration) -> String {
    switch self {
    case .bash: BashCompletions(of: program).script
    case .zsh: ZshCompletions(of: program).script
    case .fish: FishCompletions(of: program).script
    }
  }
}
