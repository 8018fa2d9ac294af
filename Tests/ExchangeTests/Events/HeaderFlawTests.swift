// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Exchange
import Kinematics
import Numerics
import Testing

@Suite("Headers that cannot be written")
struct HeaderFlawTests {
  private func flaw(_ change: (inout RunHeader) -> Void) -> HeaderFlaw? {
    var header = SampleRun.header(weights: 2)
    change(&header)
    return header.flaw
  }

  @Test("each flaw is found, and a sound header has none")
  func flaws() {
    #expect(flaw { _ in } == nil)
    #expect(flaw { $0.weights = [] } == .noWeight)
    #expect(flaw { $0.weights[1].name = "nominal" } == .repeatedName("nominal"))
    #expect(flaw { $0.weights[1].name = "m = 1" } == .weightName("m = 1"))
    #expect(flaw { $0.process = "two\nlines" } == .text("two\nlines"))
    #expect(flaw { $0.species[0].name = "" } == .text(""))
    #expect(flaw { $0.remarks[0].name = "two words" } == .remarkName("two words"))
    #expect(flaw { $0.remarks[0].name = "7th" } == .remarkName("7th"))
    #expect(flaw { $0.remarks[0].name = "seed" } == .remarkName("seed"))
    #expect(flaw { $0.remarks[0].name = "event_count" } == .remarkName("event_count"))
    #expect(flaw { $0.remarks.append($0.remarks[0]) } == .repeatedName("decay"))
    #expect(flaw { $0.weights[0].crossSection.value = .nan } == .number("a cross section"))
    #expect(flaw { $0.beamEnergy = .infinity } == .number("an energy or a mass"))
    #expect(flaw { $0.target.mass = .nan } == .number("an energy or a mass"))
  }

  @Test("a flaw is told before a file is touched")
  func told() {
    let folder = EventFolder()
    var header = SampleRun.header()
    header.weights = []
    let error = eventFileError {
      _ = try EventFormat.writer(to: folder("a.hepmc3"), header: header)
    }
    #expect(error?.description == "a run without a weight (every event has at least one)")
    #expect(folder.names.isEmpty)
  }
}
