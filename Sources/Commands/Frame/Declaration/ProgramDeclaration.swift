// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// All that is known of the program before it runs.
package struct ProgramDeclaration: Sendable {
  /// Its name as typed.
  package let name: String
  /// What it is, in one line.
  package let abstract: String
  /// Its version.
  package let version: String
  /// Its commands, in the order of the help page.
  package let commands: [CommandDeclaration]
}
