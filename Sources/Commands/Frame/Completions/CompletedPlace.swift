// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A place of the command line where arguments stand, and all that a shell may offer there.
struct CompletedPlace: Sendable {
  /// The arguments that may stand there.
  let arguments: [ParameterSpecification]
  /// Whether every later place is like this one.
  let isLast: Bool

  /// What may be offered.
  var completions: [Completion] { arguments.map(\.completion).filter { $0 != .nothing } }

  /// The names of the arguments, `KIND or NAME`.
  var label: String { arguments.map(\.name).joined(separator: " or ") }

  /// The places of a command, from the first.
  static func all(of command: CommandDeclaration) -> [CompletedPlace] {
    let count = command.arguments.count
    return (0..<count).map { place in
      let arguments = command.arguments(at: place)
      return CompletedPlace(
        arguments: arguments,
        isLast: place == count - 1 && arguments.contains(where: \.isRepeatable))
    }
  }
}
