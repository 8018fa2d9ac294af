// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// Whether files can be made in a folder, or the folder itself where it does not exist yet.
func isWritable(_ folder: String) -> Bool {
  var path = folder.hasPrefix("/") ? folder : "./" + folder
  while access(path, F_OK) != 0, let slash = path.lastIndex(of: "/") {
    path = String(path[..<slash])
  }
  // The dot refuses what is no folder.
  return access(path + "/.", W_OK | X_OK) == 0
}
