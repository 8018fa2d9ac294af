// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards

/// Why there is no material of a name.
package enum MaterialError: Error, Sendable, CustomStringConvertible {
  /// No card has the name.
  case unknown(UnknownName)
  /// The card has errors, which the findings say with their places.
  case unsound(name: String, Findings)

  /// The sentence for the user.
  package var description: String {
    switch self {
    case .unknown(let name): name.description
    case .unsound(let name, let findings):
      "the material '\(name)' cannot be used ("
        + (findings.kept.first { $0.severity == .error }?.message ?? "its card has errors") + ")"
    }
  }
}
