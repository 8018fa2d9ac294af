// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Storage

extension Program {
  /// The program `lacuna` with all its commands.
  package static let lacuna = Program(
    name: "lacuna",
    abstract: "Searches for dark sectors at fixed targets, from beam to bound",
    version: ProgramVersion.current,
    commands: [
      RunCommand(of: .lacuna), ReproduceCommand(of: .lacuna), ListCommand(of: .lacuna),
      ShowCommand(of: .lacuna), CheckCommand(of: .lacuna), WidthCommand(of: .lacuna),
      MomentCommand(of: .lacuna), XsecCommand(), ExplainCommand(of: .lacuna),
      ShowerCommand(of: .lacuna), EventsCommand(), LimitCommand(), CiteCommand(of: .lacuna),
      DoctorCommand(),
    ])

  /// Runs the command line of this process and ends it.
  package static func main() -> Never {
    // A reader that goes away is reported by write(), not by a signal that kills.
    signal(SIGPIPE, SIG_IGN)
    let words = Array(CommandLine.arguments.dropFirst())
    exit(lacuna.run(words, in: .ofProcess()).rawValue)
  }
}
