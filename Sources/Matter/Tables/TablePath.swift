// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Storage

/// The path of a table that ships with the program.
func tablePath(_ name: String, in folder: DataFolder) throws(TableError) -> String {
  do throws(StorageError) {
    return try folder.file(name, of: .tables)
  } catch {
    throw TableError(file: name, problem: "cannot read the table", reason: error.cause.reason)
  }
}
