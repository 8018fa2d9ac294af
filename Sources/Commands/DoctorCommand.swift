// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Storage

/// `lacuna doctor`: what this installation has, and what it lacks.
package struct DoctorCommand: Command {
  package let declaration = CommandDeclaration(
    name: "doctor",
    abstract: "Say what this installation has and what it lacks",
    discussion: """
      The data folder is looked for in this order: --data, LACUNA_DATA, beside the executable as \
      'make install' lays it out, the checkout the program was built in. The exit status is 1 when \
      something is lacking that the program cannot do without.
      """,
    examples: [
      Example("doctor", shows: "version, processor, libraries, data folder, cache, terminal"),
      Example("doctor", "--json", shows: "the same for programs"),
    ],
    parameters: [StandardOption.data, StandardOption.json])

  /// The command.
  package init() {}

  package func run(_ arguments: Arguments, in surroundings: Surroundings) throws -> ExitStatus {
    let console = surroundings.console
    let diagnosis = Diagnosis(of: surroundings, data: arguments[StandardOption.data])
    if arguments[StandardOption.json] {
      try console.print(diagnosis.json)
    } else {
      try console.print(diagnosis.text(on: console.output))
    }
    return diagnosis.complaints.contains(where: \.isGrave) ? .failed : .done
  }
}
