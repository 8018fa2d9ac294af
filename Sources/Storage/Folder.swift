// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// Folders: made with their parents, listed in a fixed order.
package enum Folder {
  /// Makes a folder and those above it; one that exists is left as it is.
  package static func make(_ path: String) throws(StorageError) {
    try checkPath(path, for: .createFolder)
    if let present = stat(following: path) {
      guard present.isFolder else { throw StorageError(.createFolder, path, .exists) }
      return
    }
    let above = parent(of: path)
    if above != path { try make(above) }
    // Another process may have made it in between.
    guard mkdir(path, 0o777) != 0, errno != EEXIST else { return }
    throw StorageError(.createFolder, path, errno: errno)
  }

  /// The names in a folder, sorted by their bytes, without `.` and `..`.
  package static func names(in path: String) throws(StorageError) -> [String] {
    try checkPath(path, for: .list)
    guard let stream = opendir(path) else { throw StorageError(.list, path, errno: errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

/// The folder a path is in.
func parent(of path: String) -> String {
  var parts = path[...]
  while parts.count > 1 && parts.hasSuffix("/") { parts.removeLast() }
  guard let slash = parts.lastIndex(of: "/") else { return "." }
  return slash == parts.startIndex ? "/" : String(parts[..<slash])
}

/// The path of a name in a folder.
func join(_ folder: String, _ name: String) -> String {
  folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
}

/// The path without links, `.` and `..`; nil when it leads nowhere.
func resolved(_ path: String) -> String? {
  guard let real = realpath(path, nil) else { return nil }
  defer { free(real) }
  return String(cString: real)
}
