// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Exchange
import Quantities
import Storage

extension EventFileError: TellableError {
  package func failure(in report: MistakeReport) -> Failure {
    let text = printable(description) + (isOverwritable ? " with --force" : "")
    return Failure(
      status: isMisuse ? .misused : .failed, text: report.headline(text),
      entries: [["message": .string(text)]])
  }

  private var isOverwritable: Bool {
    if case .storage(let error) = self {
      error.operation == .write && error.cause == .exists
    } else {
      false
    }
  }

  /// A name that cannot be, or a file that is not what it seems, is the user's to mend; a full disk
  /// is not a mistake.
  private var isMisuse: Bool {
    switch self {
    case .unknownEnding, .unreadable: true
    case .storage(let error):
      switch error.cause {
      case .noSpace, .system: false
      default: true
      }
    case .header, .event, .library: false
    }
  }
}
