// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards

/// A workspace that a user named and that has errors.
struct RefusedWorkspace: TellableError {
  /// All that was found in it.
  let findings: Findings

  func failure(in report: MistakeReport) -> Failure {
    findings.failure(ofUsing: "the workspace", in: report)
  }
}
