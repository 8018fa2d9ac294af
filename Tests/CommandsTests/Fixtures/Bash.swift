// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// A script run by bash, with files of its own.
struct Bash {
  /// Runs a script in an empty folder.
  ///
  /// - Parameters:
  ///   - script: The script; it finds the arguments as `$1` and on.
  ///   - arguments: The words it is given.
  ///   - name: What it finds as `$0`.
  ///   - files: Names and contents of files that lie in the folder; a name ending in `/` is a
  ///     folder, a content that begins with `#!` is made executable.
  /// - Returns: What it printed on standard output.
  /// - Throws: If the folder cannot be made or bash cannot be run.
  static func output(
    of script: String, _ arguments: [String] = [], name: String = "bash",
    files: [String: String] = [:]
  ) throws -> String {
    let manager = FileManager.default
    let folder = manager.temporaryDirectory.appending(path: UUID().uuidString)
    try manager.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? manager.removeItem(at: folder) }
    for (name, content) in files {
      let file = folder.appending(path: name)
      if name.hasSuffix("/") {
        try manager.createDirectory(at: file, withIntermediateDirectories: true)
      } else {
        try content.write(to: file, atomically: true, encoding: .utf8)
        if content.hasPrefix("#!") {
          try manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path())
        }
      }
    }
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", script, name] + arguments
    process.currentDirectoryURL = folder
    process.standardOutput = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
