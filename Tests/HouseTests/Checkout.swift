// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// The checkout that these tests were compiled from, and copies of it to plant faults in.
struct Checkout {
  let root: URL

  /// The checkout itself.
  static let own = Checkout(
    root: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent())

  /// A copy of what the guards read, in a folder that `body` may spoil.
  static func withCopy(_ body: (Checkout) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "lacuna-house-\(ProcessInfo.processInfo.globallyUniqueString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appending(path: "docs"), withIntermediateDirectories: true)
    for path in ["Sources", "Package.swift", "docs/ARCHITECTURE.md"] {
      try FileManager.default.copyItem(
        at: own.root.appending(path: path), to: folder.appending(path: path))
    }
    try body(Checkout(root: folder))
  }

  /// Writes a file below the root.
  func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: root.appending(path: path))
  }

  /// The text of a file below the root.
  func read(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: root.appending(path: path)), as: UTF8.self)
  }

  /// All Swift files below a folder, in order of their paths.
  func swiftFiles(in folder: String) -> [URL] {
    let files = FileManager.default.enumerator(
      at: root.appending(path: folder), includingPropertiesForKeys: nil)
    return (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
      .sorted { $0.path < $1.path }
  }

  /// All files below a folder with one of some endings, in order of their paths.
  func files(in folder: String, endingIn endings: [String]) throws -> [URL] {
    try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)
      .sorted().map { root.appending(path: "\(folder)/\($0)") }
      .filter { endings.contains($0.pathExtension) }
  }

  /// Runs one of the project's own scripts on this checkout.
  func run(script: String) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = Self.own.root.appending(path: "Scripts/\(script)")
    process.arguments = [root.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
