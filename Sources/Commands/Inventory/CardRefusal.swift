// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards

/// A card that a command needs and that has errors.
struct CardRefusal: TellableError {
  /// All that was found in it.
  let findings: Findings

  func failure(in report: MistakeReport) -> Failure {
    let printer = FindingPrinter(isColored: report.isColourful, mostPrinted: Findings.mostKept)
    let count = findings.byPlace.count { $0.severity == .error }
    let headline = report.headline(
      "the card cannot be used (it has \(count == 1 ? "an error" : "\(count) errors"))")
    return Failure(
      status: .misused, text: printer.text(for: findings) + headline,
      entries: findings.byPlace.map(\.json))
  }
}
