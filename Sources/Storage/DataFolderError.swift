// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Why no data folder was found: every place that was looked at.
package struct DataFolderError: Error, Hashable, Sendable, CustomStringConvertible {
  /// One place, and why it is none.
  package struct Attempt: Hashable, Sendable {
    /// What led there.
    package let rule: DataFolder.Rule
    /// The folder.
    package let path: String
    /// Why it is not used.
    package let reason: String
  }

  /// The places in the order in which they were tried.
  package let tried: [Attempt]

  /// The sentence for the user.
  package var description: String {
    let places = tried.map { "\($0.rule.rawValue): \(quoted($0.path, atMost: nil)), \($0.reason)" }
    let reason = places.isEmpty ? "the executable is not known" : places.joined(separator: "; ")
    return "no data folder (\(reason)) give one with --data or LACUNA_DATA"
  }
}
