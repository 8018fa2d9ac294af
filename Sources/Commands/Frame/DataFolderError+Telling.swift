// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Storage

extension DataFolderError: TellableError {
  package func failure(in report: MistakeReport) -> Failure {
    // A folder that the user names is the user's to mend; one that is merely not found is not.
    let isNamed = tried.contains { $0.rule == .option || $0.rule == .environment }
    return Failure(
      status: isNamed ? .misused : .failed, text: report.headline(printable(description)),
      entries: [["message": .string(description)]])
  }
}
