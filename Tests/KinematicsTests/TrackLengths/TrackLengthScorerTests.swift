// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics
import Testing

@Suite("TrackLengthScorer")
struct TrackLengthScorerTests {
  /// What a step leaves between two energies, by the definition.
  private func share(_ step: RandomSteps.Step, _ low: Double, _ high: Double) -> Double {
    let amount = step.length * step.weight
    if step.before == step.after { return low <= step.before && step.before < high ? amount : 0 }
    let overlap = min(step.before, high) - max(step.after, low)
    return max(overlap, 0) / (step.before - step.after) * amount
  }

  @Test("every bin gets its share of every step, and nothing is lost")
  func shares() throws {
    var random = RandomConfigurations("scoring")
    for _ in 0..<200 {
      let event = RandomSteps.event(&random)
      let spectrum = try RandomSteps.scorer(events: [event]).spectrum
      let total = event.reduce(0) { $0 + $1.length * $1.weight }
      #expect(abs(spectrum.totalLength - total) <= 2e-14 * total)
      // The last bin holds its upper edge, where the first step may begin without loss.
      for bin in spectrum.fineBins {
        let high = bin.high == 100 ? 100.0.nextUp : bin.high
        let exact = event.reduce(0) { $0 + share($1, bin.low, high) }
        #expect(abs(bin.length - exact) <= 1e-11 * exact + 1e-13 * total)
      }
      let below = event.reduce(0) { $0 + share($1, -1, 0.01) }
      #expect(abs(spectrum.lengthBelowRange - below) <= 1e-12 * total)
    }
  }

  @Test("a step over many bins leaves an even density")
  func evenDensity() throws {
    var scorer = TrackLengthScorer(try RandomSteps.binning(), unit: .radiationLengths)
    scorer.score(from: 100, to: 50, length: 5)
    scorer.closeEvent()
    for bin in scorer.spectrum.fineBins where bin.low > 50 {
      #expect(abs(bin.density - 0.1) < 1e-15)
    }
    #expect(abs(scorer.spectrum.length(above: 75) - 2.5) < 1e-14)
  }

  @Test("the energy of the beam belongs to the last bin, an edge to the bin above it")
  func edges() throws {
    var scorer = TrackLengthScorer(try RandomSteps.binning(), unit: .radiationLengths)
    scorer.score(from: 100, to: 100, length: 1)
    scorer.score(from: 100.0.nextUp, to: 100.0.nextUp, length: 2)
    scorer.score(from: 0.01, to: 0.01, length: 4)
    scorer.score(from: 0.01.nextDown, to: 0, length: 8)
    scorer.score(from: 101, to: 99, length: 16)
    scorer.closeEvent()
    let spectrum = scorer.spectrum
    #expect(spectrum.lengthAboveRange == 10)
    #expect(spectrum.lengthBelowRange == 8)
    #expect(spectrum.fineBins.first?.length == 4)
    #expect(abs((spectrum.fineBins.last?.length ?? 0) - 3) < 0.05)
    #expect(spectrum.totalLength == 31)
  }

  @Test("an event without tracks counts; a step against its loss is the same step")
  func emptyEvents() throws {
    var scorer = TrackLengthScorer(try RandomSteps.binning(), unit: .millimetres)
    scorer.closeEvent()
    scorer.score(from: 1, to: 2, length: 3)
    scorer.closeEvent()
    var other = TrackLengthScorer(try RandomSteps.binning(), unit: .millimetres)
    other.closeEvent()
    other.score(from: 2, to: 1, length: 3)
    other.closeEvent()
    #expect(scorer.spectrum == other.spectrum)
    #expect(scorer.spectrum.events == 2)
    #expect(abs(scorer.spectrum.totalLength - 1.5) < 1e-15)
  }
}
