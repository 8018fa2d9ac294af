// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Inference
import Testing

@Suite("Combinations of searches")
struct WorkspaceCombinationTests {
  private let search = SearchWorkspaces.counter(observed: 12, background: 10, error: 2)

  @Test("equal channels would count twice")
  func clash() {
    #expect {
      try Workspace.combining([search, search])
    } throws: {
      "\($0)"
        == "channel 'counter' is in two searches (the same data would count twice) "
        + "label the searches if the channels are different"
    }
  }

  @Test("-2 ln L of independent searches adds")
  func sum() throws {
    let joined = try HistFactoryModel(
      .combining([search.labelled("a"), search.labelled("b")]))
    let one = try HistFactoryModel(search)
    #expect(joined.parameters.count == 2 * one.parameters.count - 1)
    let sum = 2 * (try one.fit(signal: 3).twiceNegativeLogLikelihood)
    #expect(abs(try joined.fit(signal: 3).twiceNegativeLogLikelihood - sum) < 1e-9)
  }

  @Test("a shared uncertainty is one parameter and weakens the limit")
  func sharing() throws {
    func search(_ name: String) -> Workspace {
      Workspace(
        channels: [
          .init(
            name,
            samples: [
              .init("signal", rates: [1], modifiers: [Modifier("mu", .normFactor)]),
              .init(
                "beam", rates: [100],
                modifiers: [Modifier("flux", .normSystematic(low: 0.9, high: 1.1))]),
            ])
        ], observations: [.init(name, counts: [100])],
        measurements: [
          .init("m", signalStrength: "mu", settings: [.init("mu", bounds: [[0, 1000]])])
        ])
    }
    let shared = try AsymptoticTester(
      HistFactoryModel(.combining([search("a"), search("b")])))
    let separate = try AsymptoticTester(
      HistFactoryModel(.combining([search("a").labelled("x"), search("b").labelled("y")])))
    #expect(shared.model.parameters.count == 2)
    #expect(separate.model.parameters.count == 3)
    let wide = try shared.upperLimit().observed
    let narrow = try separate.upperLimit().observed
    // Errors of one bin are 14.1; with one flux 12.2, with two fluxes 10 on the mean.
    #expect(abs(wide / narrow - 1.22) < 0.06)
  }
}
