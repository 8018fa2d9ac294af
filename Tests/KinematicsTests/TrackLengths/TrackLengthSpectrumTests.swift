// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics
import Quantities
import Testing

@Suite("TrackLengthSpectrum")
struct TrackLengthSpectrumTests {
  @Test("blocks merged in order are all events; the same order gives the same bits")
  func merge() throws {
    var random = RandomConfigurations("merging")
    let events = (0..<60).map { _ in RandomSteps.event(&random) }
    let whole = try RandomSteps.scorer(events: events).spectrum
    let blocks = try stride(from: 0, to: 60, by: 20).map {
      try RandomSteps.scorer(events: Array(events[$0..<$0 + 20])).spectrum
    }
    var merged = blocks[0]
    merged.merge(blocks[1])
    merged.merge(blocks[2])
    var again = blocks[0]
    for block in blocks.dropFirst() { again.merge(block) }
    #expect(merged == again)
    #expect(merged.events == 60)
    for (a, b) in zip(merged.coarseBins, whole.coarseBins) {
      #expect(abs(a.length - b.length) <= 1e-14 * b.length)
      #expect(abs(a.error - b.error) <= 1e-12 * b.error)
    }
  }

  @Test("in millimetres lengths and errors are X0 times larger")
  func conversion() throws {
    var random = RandomConfigurations("conversion")
    let spectrum = try RandomSteps.scorer(
      events: (0..<20).map { _ in RandomSteps.event(&random) }
    ).spectrum
    let inMillimetres = spectrum.converted(to: .millimetres, radiationLength: .mm(2))
    #expect(inMillimetres.unit == .millimetres && inMillimetres.events == 20)
    for (a, b) in zip(inMillimetres.coarseBins, spectrum.coarseBins) {
      #expect(a.length == 2 * b.length && a.error == 2 * b.error)
    }
    #expect(inMillimetres.fold { $0 }.error == 2 * spectrum.fold { $0 }.error)
    #expect(
      inMillimetres.converted(to: .radiationLengths, radiationLength: .mm(2)) == spectrum)
  }
}
