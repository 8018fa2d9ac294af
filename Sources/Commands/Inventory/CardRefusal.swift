// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards

/// A card that a command needs and that has errors.
struct CardRefusal: TellableError {
  /// All that was found in it.
  let findings: Findings

  func failure(in report: MistakeReport) -> Failure {
    findings.failure(ofUsing: "the card", in: report)
  }
}
