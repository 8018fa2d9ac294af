// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Storage

/// The tables of physics that showers are computed from: whatever is kept of showers depends on them.
package enum ShowerInputs {
  /// The names of their files, in the folder of tables.
  package static let fileNames = [
    "elements.csv", "pair_production.csv", "photoelectric.csv", "seltzer_berger.csv",
  ]

  /// The SHA-256 of what is in the files, one after the other.
  ///
  /// - Parameter folder: where they are.
  /// - Throws: ``ShowerError`` where one cannot be read.
  package static func digest(in folder: DataFolder) throws(ShowerError) -> String {
    var digests = ""
    for name in fileNames {
      do throws(StorageError) {
        let path = try folder.file(name, of: .tables)
        digests += SHA256.digest(of: try FileReader.read(path, atMost: Int.max - 1)) + "\n"
      } catch {
        throw ShowerError(
          "\(name): cannot read the table", because: error.cause.reason,
          try: "restore the table of the installation")
      }
    }
    return SHA256.digest(of: digests)
  }
}
