// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Exchange
import Foundation
import Testing

extension EventFiles {
  /// Writes what Scripts/crosscheck/events.sh has others read.
  @Suite("Samples for other readers")
  struct EventSamplesTests {
    @Test(
      "runs of one and of several weights are written in every format",
      arguments: EventFormat.allCases)
    func samples(_ format: EventFormat) throws {
      let own = EventFolder()
      let folder = ProcessInfo.processInfo.environment["LACUNA_EVENTS"] ?? own.path
      for weights in [1, 4] {
        let path = "\(folder)/weights-\(weights)\(format.endings[0])"
        try write(
          try SampleRun.events(1000, weights: weights), to: path,
          header: SampleRun.header(weights: weights), overwriting: true)
        #expect(FileManager.default.fileExists(atPath: path))
      }
    }
  }
}
