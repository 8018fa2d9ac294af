// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Storage

/// Why a shower cannot be simulated: the problem, its cause and a way out.
package struct ShowerError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Which part of a setup an error is about, for whoever asked for it.
  package enum Subject: Hashable, Sendable {
    case material
    case energy
    case block
    case slabs
    /// The cut of this energy.
    case cut(Energy)
  }

  /// What is wrong.
  package let problem: String
  /// Why it is wrong.
  package let reason: String
  /// What would be right.
  package let suggestion: String

  /// What it is about; nil where it is about nothing in the setup.
  package let subject: Subject?

  /// Joins problem, cause and way out.
  package init(
    _ problem: String, because reason: String, try suggestion: String,
    about subject: Subject? = nil
  ) {
    self.problem = problem
    self.reason = reason
    self.suggestion = suggestion
    self.subject = subject
  }

  /// A table of physics that cannot be read.
  init(unreadable error: TableError) {
    self.init(
      "\(error.file): \(error.problem)", because: error.reason,
      try: "restore the table of the installation")
  }

  package var description: String { "\(problem) (\(reason)) \(suggestion)" }
}
