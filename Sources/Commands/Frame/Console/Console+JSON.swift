// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Storage

extension Console {
  /// Prints a document on standard output; with `--json` the only thing that is printed there.
  package func print(_ document: JSONValue) throws(WriteFailure) {
    try output.sink.write(document.text(.indented))
  }
}
