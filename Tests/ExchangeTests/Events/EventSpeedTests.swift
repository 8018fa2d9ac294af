// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Exchange
import Foundation
import Kinematics
import Testing

extension EventFiles {
  @Suite("Speed of writing")
  struct EventSpeedTests {
    @Test(
      "events of seven particles are written fast enough",
      arguments: zip(EventFormat.allCases, [100_000.0, 50_000, 50_000]))
    func speed(_ format: EventFormat, least: Double) throws {
      let folder = EventFolder()
      let events = try SampleRun.events(1000)
      let rounds = 40
      var best = 0.0
      for attempt in 0..<3 {
        let writer = try EventFormat.writer(
          to: folder("\(attempt)\(format.endings[0])"), header: SampleRun.header())
        let time = try ContinuousClock().measure {
          for _ in 0..<rounds { for event in events { try writer.write(event) } }
        }
        try writer.finish()
        best = max(best, Double(rounds * events.count) / (time / .seconds(1)))
      }
      // Scripts/events/speed reads this line.
      print("events a second: \(format.rawValue) \(Int(best))")
      // A machine that does much else is given the half of it.
      #expect(best > least / 2)
    }
  }
}
