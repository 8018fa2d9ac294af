// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Storage

/// A card that the user names and that cannot be read.
struct UnreadableCard: TellableError {
  /// Why not.
  let error: StorageError

  func failure(in report: MistakeReport) -> Failure {
    // A wrong path is a mistake of the command line; a disk that fails is not.
    let isFailure = if case .system = error.cause { true } else { false }
    return Failure(
      status: isFailure ? .failed : .misused, text: report.headline(error.description),
      entries: [["message": .string(error.description)]])
  }
}
