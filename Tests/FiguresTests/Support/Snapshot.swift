// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// Files that were looked at and kept; `RECORD=1` writes them again, to be looked at again.
enum Snapshot {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Snapshots")

  /// Compares bytes with a file that was looked at.
  static func expect(_ bytes: [UInt8], is name: String) throws {
    let file = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(bytes).write(to: file)
    }
    let kept = try? Data(contentsOf: file)
    #expect(kept == Data(bytes), "\(name) has changed; RECORD=1 writes it again, to be looked at")
  }
}
