// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Inference
import Testing

@Suite("Counting in a window")
struct WindowSearchTests {
  @Test("the sidebands give the background in the window, within its error")
  func background() throws {
    var pulls: [Double] = []
    for event in 0..<40 {
      let spectrum = try PeakFixture.spectrum(background: 2000, signal: 0, event: event)
      let test = try WindowSearch().test(40, resolution: 1, in: spectrum, at: .ninety)
      let truth = PeakFixture.windowBackground(of: 2000)
      pulls.append((test.background.value - truth) / test.background.error)
    }
    let mean = pulls.reduce(0, +) / 40
    let spread = (pulls.map { $0 * $0 }.reduce(0, +) / 40).squareRoot()
    #expect(abs(mean) < 0.5)
    #expect(spread > 0.5 && spread < 1.4)
  }

  @Test("a flat background is known from its density")
  func flat() throws {
    // Events at every tenth, so that densities are exact.
    let values = (0..<1000).map { 0.05 + 0.1 * Double($0) }
    let spectrum = try PeakSpectrum(values, in: 0...100)
    let region = try PeakRegion(window: 1.5, sidebands: 11.5, degree: 0)
    let test = try WindowSearch(region).test(50, resolution: 1, in: spectrum, at: .ninety)
    #expect(test.observed == 30)
    #expect(abs(test.background.value - 30) < 0.01)
    // 200 events in sidebands 20 wide: 30 / sqrt 200, and almost no slope.
    #expect(abs(test.background.error - 2.1213) < 0.02)
    #expect(test.bestSignal < 0.02)
  }

  @Test("limits are those of the count in the window over its efficiency")
  func limit() throws {
    let spectrum = try PeakFixture.spectrum(background: 2000, signal: 30)
    let test = try WindowSearch().test(40, resolution: 1, in: spectrum, at: .ninety)
    let model = try CountingModel(
      observed: Double(test.observed), background: test.background,
      efficiency: UncertainValue(0.8663855974622838))
    #expect(try CLsLimit().interval(for: model, at: .ninety).upper == test.limit)
    #expect(test.expected == test.expected.sorted())
    #expect(test.expected[2] < test.limit)
  }

  @Test("100 events over sidebands that give 100 +- 5 have the limits of that count")
  func hundred() throws {
    // 500 events evenly over 15: 100 in a window of 3, and 400 beside it.
    let values = (0..<500).map { 42.515 + 0.03 * Double($0) }
    let spectrum = try PeakSpectrum(values, in: 0...100)
    let region = try PeakRegion(window: 1.5, sidebands: 7.5, degree: 0)
    let inWindow = 0.8663855974622838
    for (method, published) in [
      (CLsLimit() as any LimitMethod, 19.60), (AsymptoticCLsLimit(), 19.13),
    ] {
      let test = try WindowSearch(region, method: method)
        .test(50, resolution: 1, in: spectrum, at: .ninety)
      #expect(test.observed == 100)
      #expect(abs(test.background.value - 100) < 1e-6)
      #expect(abs(test.background.error - 5) < 1e-3)
      #expect(abs(inWindow * test.limit - published) < 0.6e-2)
    }
  }

  @Test("a peak stands out, its surroundings do not")
  func peak() throws {
    let spectrum = try PeakFixture.spectrum(background: 2000, signal: 60)
    let search = WindowSearch()
    #expect(try search.significance(40, resolution: 1, in: spectrum) > 4)
    #expect(try search.significance(60, resolution: 1, in: spectrum) < 3)
  }

  @Test("places outside the spectrum are refused")
  func outside() throws {
    let spectrum = try PeakFixture.spectrum(background: 10, signal: 0)
    #expect(throws: InferenceError.self) {
      try WindowSearch().test(101, resolution: 1, in: spectrum, at: .ninety)
    }
    #expect(throws: InferenceError.self) {
      try WindowSearch().test(50, resolution: 0, in: spectrum, at: .ninety)
    }
  }
}
