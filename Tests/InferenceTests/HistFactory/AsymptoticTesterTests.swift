// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Inference
import Testing

@Suite("Asymptotic tests of HistFactory models")
struct AsymptoticTesterTests {
  @Test(
    "limits of counters are those of the literature's closed form",
    arguments: [
      (0.0, 0.53, 0.17, 1.641355), (1, 0.53, 0.17, 2.830909), (3, 1, 0.5, 5.107525),
      (5, 2, 1, 6.883572), (100, 100, 5, 19.0963), (110, 100, 5, 26.8220),
    ])
  func counters(_ observed: Double, _ background: Double, _ error: Double, _ expected: Double)
    throws
  {
    let workspace = SearchWorkspaces.counter(
      observed: observed, background: background, error: error)
    let limit = try AsymptoticTester(HistFactoryModel(workspace)).upperLimit()
    #expect(abs(limit.observed / expected - 1) < 3e-6)
    #expect(limit.warnings.isEmpty == (observed >= 100))
  }

  @Test("three runs joined give one limit")
  func combination() throws {
    let runs = zip([(0.12, 0.04), (0.19, 0.07), (0.53, 0.17)], [(0.2, 0.0), (0.3, 0), (0.5, 1)])
      .enumerated().map { run, values in
        SearchWorkspaces.counter(
          observed: values.1.1, background: values.0.0, error: values.0.1,
          efficiency: values.1.0
        ).labelled("run\(run)")
      }
    let limit = try AsymptoticTester(HistFactoryModel(.combining(runs))).upperLimit()
    #expect(abs(limit.observed / 2.553835 - 1) < 3e-6)
  }

  @Test("the closed-form method and the general fit agree")
  func methods() throws {
    let background = try UncertainValue(14, error: 3, shape: .gamma)
    let model = try CountingModel(observed: 17, background: background)
    let closed = try AsymptoticCLsLimit().interval(for: model, at: .ninety).upper
    let workspace = SearchWorkspaces.counter(observed: 17, background: 14, error: 3)
    let general = try AsymptoticTester(HistFactoryModel(workspace)).upperLimit()
    #expect(abs(general.observed / closed - 1) < 1e-7)
  }

  @Test("CLs at the limit is 1 - cl, observed and expected")
  func inversion() throws {
    let tester = try AsymptoticTester(HistFactoryModel(SearchWorkspaces.everything))
    let level = try ConfidenceLevel(0.95)
    let limit = try tester.upperLimit(at: level)
    #expect(abs(try tester.test(limit.observed).ratio - 0.05) < 1e-7)
    for (band, strength) in zip(SignalTest.bands, limit.expected) {
      #expect(abs(try tester.test(strength).expectedRatio(band) - 0.05) < 1e-7)
    }
    #expect(limit.expected == limit.expected.sorted())
  }

  @Test("CLs is the ratio of its two parts", arguments: [0.1, 0.5, 1, 2, 4])
  func parts(_ strength: Double) throws {
    let test = try AsymptoticTester(HistFactoryModel(SearchWorkspaces.everything)).test(strength)
    #expect(abs(test.ratio - test.both / test.background) < 1e-12)
  }

  @Test("an excess is as significant as its likelihood ratio says, a deficit not at all")
  func discovery() throws {
    // Known background of 100, 130 seen: q0 = 2 (130 ln 1.3 - 30).
    let excess = SearchWorkspaces.counter(observed: 130, background: 100, error: 1e-4)
    let deviations = try AsymptoticTester(HistFactoryModel(excess)).discovery().oneSided
    #expect(abs(deviations * deviations - 2 * (130 * 0.26236426446749106 - 30)) < 1e-4)
    let deficit = SearchWorkspaces.counter(observed: 80, background: 100, error: 1)
    #expect(try AsymptoticTester(HistFactoryModel(deficit)).discovery().value == 0.5)
  }

  @Test("a workspace without signal strength has no limit")
  func withoutSignal() throws {
    var workspace = SearchWorkspaces.everything
    workspace.measurements[0].signalStrength = ""
    #expect(throws: InferenceError.self) { try AsymptoticTester(HistFactoryModel(workspace)) }
  }
}
