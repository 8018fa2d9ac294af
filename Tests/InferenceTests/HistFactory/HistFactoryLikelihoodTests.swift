// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Inference
import Numerics
import Testing

@Suite("The HistFactory likelihood")
struct HistFactoryLikelihoodTests {
  /// A point inside all bounds, different for each number.
  private func point(_ number: Int, of model: HistFactoryModel) -> [Double] {
    var stream = RandomStream(seed: 7, name: "points", event: number)
    return model.parameters.map { parameter in
      let span = min(2.5, parameter.upper - parameter.lower)
      return parameter.initial + 0.35 * span * (2 * stream.uniform() - 1)
    }
  }

  @Test("slopes are those of differences", arguments: 0..<8)
  func gradient(_ number: Int) throws {
    let model = try HistFactoryModel(SearchWorkspaces.everything)
    let point = point(number, of: model)
    let gradient = model.gradient(at: point)
    for index in point.indices {
      let step = 1e-5 * max(1, abs(point[index]))
      var (above, below) = (point, point)
      above[index] += step
      below[index] -= step
      let slope =
        (model.twiceNegativeLogLikelihood(at: above)
          - model.twiceNegativeLogLikelihood(at: below)) / (2 * step)
      #expect(abs(gradient[index] - slope) < 2e-6 * max(10, abs(slope)))
    }
  }

  @Test("at its initial values it expects the nominal counts")
  func nominal() throws {
    let model = try HistFactoryModel(SearchWorkspaces.everything)
    // Bins are ordered by the names of channels: control region first.
    #expect(model.expectedCounts(at: model.start) == [420, 310, 62, 78, 37])
    #expect(model.counts == [450, 333, 66, 80, 35])
  }

  @Test("a fit ends where all free slopes vanish, and errors follow the curvature")
  func fit() throws {
    let model = try HistFactoryModel(SearchWorkspaces.everything)
    let fit = try model.fit()
    let gradient = model.gradient(at: fit.values)
    for (index, parameter) in model.parameters.enumerated() where !parameter.isFixed {
      let isAtBound =
        fit.values[index] <= parameter.lower || fit.values[index] >= parameter.upper
      #expect(isAtBound || abs(gradient[index]) * fit.errors[index] < 1e-5)
    }
    let signal = try #require(model.signal)
    // The likelihood is no parabola, so only a small step follows its curvature.
    let shifted = try model.fit(signal: fit.values[signal] + 0.05 * fit.errors[signal])
    let rise = shifted.twiceNegativeLogLikelihood - fit.twiceNegativeLogLikelihood
    #expect(abs(rise / 0.0025 - 1) < 0.05)
  }

  @Test("a normalisation is low, one and high at -1, 0 and 1, and smooth in between")
  func interpolation() throws {
    let workspace = Workspace(
      channels: [
        .init(
          "a",
          samples: [
            .init(
              "s", rates: [100],
              modifiers: [
                Modifier("mu", .normFactor), Modifier("x", .normSystematic(low: 0.8, high: 1.3)),
              ])
          ])
      ], observations: [.init("a", counts: [100])],
      measurements: [.init("m", signalStrength: "mu")])
    let model = try HistFactoryModel(workspace)
    let index = try #require(model.index(of: "x"))
    func rate(_ x: Double) -> Double {
      var values = model.start
      values[index] = x
      return model.expectedCounts(at: values)[0]
    }
    for (x, expected) in [(-2.0, 64.0), (-1, 80), (0, 100), (1, 130), (2, 169)] {
      #expect(abs(rate(x) - expected) < 1e-10)
    }
    for x in [-1.0, 1] {
      let inner = (rate(x) - rate(x - x.sign(1e-4))) / 1e-4
      let outer = (rate(x + x.sign(1e-4)) - rate(x)) / 1e-4
      #expect(abs(inner - outer) < 0.02)
    }
  }
}

extension Double {
  fileprivate func sign(_ magnitude: Double) -> Double { self < 0 ? -magnitude : magnitude }
}
