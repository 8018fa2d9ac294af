// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// A name that a table does not have, with the nearest that it has.
package struct UnknownName: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is looked up, such as `particle`.
  package let kind: String
  /// The name that was asked for.
  package let name: String
  /// How many names are known.
  package let known: Int
  /// The name that was probably meant; `nil` if none is near.
  package let nearest: String?

  /// Says that a name is not among those that are known.
  package init(_ name: String, kind: String, among known: [String]) {
    self.kind = kind
    self.name = name
    self.known = known.count
    nearest = nearestName(to: name, among: known)
  }

  /// The sentence for the user.
  package var description: String {
    "no \(kind) is named \(quoted(name)) (\(known == 1 ? "1 name is" : "\(known) names are") known)"
      + (nearest.map { " did you mean '\($0)'?" } ?? "")
  }
}
