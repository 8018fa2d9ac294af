// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// A folder of its own for one test, gone with it.
final class Workspace {
  let path: String

  init() {
    path = NSTemporaryDirectory() + "lacuna-storage-\(UUID().uuidString)"
    try? FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of a name in the folder.
  func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

  /// The names in the folder, hidden ones too.
  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  /// The text of a file in the folder.
  func text(_ name: String) -> String? { try? String(contentsOfFile: self(name), encoding: .utf8) }

  /// Puts a file into the folder without any of the code under test.
  @discardableResult
  func put(_ text: String, _ name: String) -> String {
    put(Array(text.utf8), name)
    return self(name)
  }

  /// Puts bytes into a file of the folder.
  func put(_ bytes: [UInt8], _ name: String) {
    _ = FileManager.default.createFile(atPath: self(name), contents: Data(bytes))
  }

  /// Makes a folder in the folder.
  @discardableResult
  func makeFolder(_ name: String) -> String {
    try? FileManager.default.createDirectory(
      atPath: self(name), withIntermediateDirectories: true)
    return self(name)
  }
}
