// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// What a command finds around it, as a value, so that tests can set the scene.
package struct Surroundings: Sendable {
  /// Where it prints.
  package let console: Console
  /// The environment variables.
  package let environment: [String: String]
  /// The path of the running program; nil where the system does not tell.
  package let executable: String?

  /// A scene.
  package init(console: Console, environment: [String: String], executable: String?) {
    self.console = console
    self.environment = environment
    self.executable = executable
  }

  /// The scene of this process.
  package static func ofProcess() -> Surroundings {
    let environment = processEnvironment()
    return Surroundings(
      console: .ofProcess(environment: environment), environment: environment,
      executable: executablePath())
  }

  private static func processEnvironment() -> [String: String] {
    var entries: [String: String] = [:]
    var entry: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> = environ
    while let text = entry.pointee {
      let line = String(cString: text)
      if let sign = line.firstIndex(of: "=") {
        entries[String(line[..<sign])] = String(line[line.index(after: sign)...])
      }
      entry += 1
    }
    return entries
  }

  private static func executablePath() -> String? {
    guard let path = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }
}
