// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A command of the program: what it declares and what it does.
package protocol Command: Sendable {
  /// Its name, parameters, examples and texts.
  var declaration: CommandDeclaration { get }

  /// Does the work and prints the result.
  ///
  /// - Parameters:
  ///   - arguments: The values of its declared parameters.
  ///   - surroundings: Where it prints and what it finds around it.
  /// - Returns: How it ended.
  /// - Throws: ``UsageErrors`` for misuse that only shows now, such as an unknown card; any other
  ///   error is a failure.
  func run(_ arguments: Arguments, in surroundings: Surroundings) throws -> ExitStatus
}
