// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Storage

extension Surroundings {
  /// The value of an environment variable; nil where it is not set or empty.
  package func variable(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The folder with the data of the program.
  ///
  /// - Parameter named: The value of `--data`.
  /// - Returns: The folder and what led to it.
  /// - Throws: All that was tried.
  package func dataFolder(named: String?) throws(DataFolderError) -> DataFolder {
    try DataFolder.find(named: named, environment: variable, executable: executable)
  }
}
