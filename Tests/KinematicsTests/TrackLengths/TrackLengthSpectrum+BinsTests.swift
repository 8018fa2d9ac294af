// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics
import Numerics
import Testing

@Suite("Bins of track-length spectra")
struct TrackLengthSpectrumBinsTests {
  private func spectrum(_ name: String) throws -> TrackLengthSpectrum {
    var random = RandomConfigurations(name)
    return try RandomSteps.scorer(events: (0..<50).map { _ in RandomSteps.event(&random) }).spectrum
  }

  @Test("coarse bins are sums of fine ones; with what lies outside they are everything")
  func coarse() throws {
    let spectrum = try spectrum("coarse bins")
    let fine = spectrum.fineBins
    for bin in spectrum.coarseBins {
      let sum = fine.filter { $0.low >= bin.low && $0.high <= bin.high }.reduce(0) {
        $0 + $1.length
      }
      #expect(abs(bin.length - sum) <= 1e-14 * sum)
    }
    let inside = spectrum.coarseBins.reduce(0) { $0 + $1.length }
    let all = inside + spectrum.lengthBelowRange + spectrum.lengthAboveRange
    #expect(abs(all - spectrum.totalLength) <= 1e-14 * all)
    #expect(spectrum.lengthBelowRange > 0 && spectrum.lengthAboveRange > 0)
  }

  @Test("errors are those of events: lengths 1, 1, 4 in many steps have mean 2 and error 1")
  func errors() throws {
    var scorer = TrackLengthScorer(try RandomSteps.binning(), unit: .radiationLengths)
    for length in [1.0, 1, 4] {
      for _ in 0..<64 { scorer.score(from: 30, to: 29, length: length / 64) }
      scorer.closeEvent()
    }
    let bins = scorer.spectrum.coarseBins.filter { $0.length > 0 }
    #expect(bins.count == 1)
    // Sample variance 3, over three events.
    #expect(abs((bins.first?.length ?? 0) - 2) < 1e-14)
    #expect(abs((bins.first?.error ?? 0) - 1) < 1e-14)
    #expect(bins.first.map { $0.densityError * ($0.high - $0.low) / $0.error } == 1)
  }

  @Test("equal events have no error, a single one an infinite one, none no length")
  func fewEvents() throws {
    var scorer = TrackLengthScorer(try RandomSteps.binning(), unit: .radiationLengths)
    #expect(scorer.spectrum.coarseBins.allSatisfy { $0.length == 0 && $0.error == .infinity })
    #expect(scorer.spectrum.totalLength == 0)
    for _ in 0..<3 {
      scorer.score(from: 3, to: 2.9, length: 0.1)
      scorer.closeEvent()
    }
    #expect(scorer.spectrum.fineBins.allSatisfy { $0.error < 1e-9 && $0.error >= 0 })
  }

  @Test("rebinning keeps the integral, whatever the new bins")
  func rebinning() throws {
    let spectrum = try spectrum("rebinning")
    let inside = spectrum.totalLength - spectrum.lengthBelowRange - spectrum.lengthAboveRange
    let axes: [HistogramAxis] = [
      try .uniform(bins: 7, from: 0, to: 120), try .logarithmic(bins: 1000, from: 1e-3, to: 1e3),
      try .variable(edges: [0.01, 0.011, 0.5, 77, 100]),
    ]
    for axis in axes {
      let bins = spectrum.rebinned(to: axis)
      #expect(bins.count == axis.count)
      #expect(abs(bins.reduce(0) { $0 + $1.length } - inside) <= 1e-13 * inside)
    }
    // A part of the range: the same as two lengths above an energy.
    let part = spectrum.rebinned(to: try .variable(edges: [0.03, 3, 80]))
    let lengths = [0.03, 3, 80].map { spectrum.length(above: $0) }
    #expect(abs(part[0].length - (lengths[0] - lengths[1])) <= 1e-13 * inside)
    #expect(abs(part[1].length - (lengths[1] - lengths[2])) <= 1e-13 * inside)
  }

  @Test("rebinned to the coarse edges, lengths are the coarse ones and errors not below theirs")
  func rebinnedToCoarse() throws {
    let spectrum = try spectrum("rebinning to coarse")
    let edges = spectrum.binning.coarseStarts.map { spectrum.binning.edges[$0] }
    let rebinned = spectrum.rebinned(to: try .variable(edges: edges))
    for (a, b) in zip(rebinned, spectrum.coarseBins) {
      #expect(abs(a.length - b.length) <= 1e-13 * b.length)
      #expect(a.error >= b.error * (1 - 1e-12))
    }
  }

  @Test("the length above an energy: all, a part of a bin, and what is above the range")
  func lengthAbove() throws {
    var scorer = TrackLengthScorer(try RandomSteps.binning(), unit: .radiationLengths)
    scorer.score(from: 90, to: 10, length: 8)
    scorer.score(from: 1000, to: 1000, length: 1)
    scorer.score(from: 0.001, to: 0, length: 5)
    scorer.closeEvent()
    for (energy, length) in [(0.001, 9.0), (50, 5), (33.3, 6.67), (90, 1), (200, 1)] {
      #expect(abs(scorer.spectrum.length(above: energy) - length) < 0.01)
    }
    #expect(abs(scorer.spectrum.length(above: 60.1234) - (29.8766 / 10 + 1)) < 1e-13)
  }
}
