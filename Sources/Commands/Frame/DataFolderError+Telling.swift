// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Storage

extension DataFolderError: TellableError {
  package func failure(in report: MistakeReport) -> Failure {
    // A folder that the command line names is the user's to mend; one that is not there is not.
    let isNamed = tried.first?.rule == .option
    return Failure(
      status: isNamed ? .misused : .failed, text: report.headline(printable(description)),
      entries: [["message": .string(description)]])
  }
}
