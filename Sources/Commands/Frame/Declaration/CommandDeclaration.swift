// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// All that is known of a command before it runs.
///
/// Parsing, help, completions and docs/COMMANDS.md are derived from it.
package struct CommandDeclaration: Sendable {
  /// Its name as typed.
  package let name: String
  /// What it does, in one line, without a full stop.
  package let abstract: String
  /// What a user should know beyond the options; paragraphs with empty lines between them.
  package let discussion: String
  /// Command lines that run.
  package let examples: [Example]
  /// Its arguments, options and flags, in the order of the help page.
  package let parameters: [any Parameter]

  /// A declaration; `--help` is added to its parameters.
  package init(
    name: String,
    abstract: String,
    discussion: String = "",
    examples: [Example],
    parameters: [any Parameter]
  ) {
    self.name = name
    self.abstract = abstract
    self.discussion = discussion
    self.examples = examples
    self.parameters = parameters + [StandardOption.help]
  }

  /// The parameters known by their place, in order.
  package var arguments: [ParameterSpecification] {
    parameters.map(\.specification).filter { $0.role == .argument }
  }

  /// The parameters known by their name, in order.
  package var options: [ParameterSpecification] {
    parameters.map(\.specification).filter { $0.role != .argument }
  }

  /// The line that shows all its words, `lacuna show [KIND] NAME [--json]`.
  package func usage(for program: String) -> String {
    let words = arguments.map(\.usage) + options.filter { $0.name != "--help" }.map(\.usage)
    return ([program, name] + words).joined(separator: " ")
  }

  /// The arguments that may stand at a place, counted from 0.
  ///
  /// Because optional arguments give way to required ones, an argument may stand as early as
  /// there are required ones before it and as late as there are any before it.
  package func arguments(at place: Int) -> [ParameterSpecification] {
    arguments.enumerated().filter { index, argument in
      let earliest = arguments[..<index].count(where: \.isRequired)
      return earliest <= place && (place <= index || argument.isRepeatable)
    }.map(\.element)
  }
}
