// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards

extension Findings {
  /// The failure of a command that needs a file with these findings.
  /// - Parameters:
  ///   - subject: what cannot be used, such as `the card`.
  ///   - report: where the failure will be told.
  /// - Returns: all findings with their places, and a headline that counts the errors.
  func failure(ofUsing subject: String, in report: MistakeReport) -> Failure {
    let printer = FindingPrinter(isColored: report.isColourful, mostPrinted: Findings.mostKept)
    let count = byPlace.count { $0.severity == .error }
    let headline = report.headline(
      "\(subject) cannot be used (it has \(count == 1 ? "an error" : "\(count) errors"))")
    return Failure(
      status: .misused, text: printer.text(for: self) + headline,
      entries: byPlace.map(\.json))
  }
}
