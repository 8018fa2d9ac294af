// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// Whether files can be made in a folder, or the folder itself where it does not exist yet.
func isWritable(_ folder: String) -> Bool {
  var path = folder
  while access(path, F_OK) != 0 {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
      return access(path.hasPrefix("/") ? "/" : ".", W_OK | X_OK) == 0
    }
    path = String(path[..<slash])
  }
  return access(path, W_OK | X_OK) == 0
}
