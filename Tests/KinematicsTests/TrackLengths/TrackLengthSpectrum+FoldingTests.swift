// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Kinematics
import Numerics
import Testing

@Suite("Folding of track-length spectra")
struct TrackLengthSpectrumFoldingTests {
  @Test("polynomials up to degree 5 are integrated exactly, from any threshold", arguments: 0...5)
  func polynomials(_ degree: Int) throws {
    var scorer = TrackLengthScorer(try RandomSteps.binning(), unit: .radiationLengths)
    // An even density of 0.1 per GeV over whole bins.
    scorer.score(from: 100, to: 0.01, length: 9.999)
    scorer.closeEvent()
    let power = Double(degree)
    for threshold in [0, 0.5, 3.21, 50, 77.7777, 99.99] {
      let low = max(threshold, 0.01)
      let exact = 0.1 * (pow(100, power + 1) - pow(low, power + 1)) / (power + 1)
      let folded = scorer.spectrum.fold(above: threshold) { pow($0, power) }
      #expect(abs(folded.value - exact) <= 2e-12 * exact)
      #expect(folded.error == .infinity)
    }
    #expect(scorer.spectrum.fold(above: 100) { _ in 1 }.value == 0)
  }

  @Test("degree 6 is not exact: three points, as stated")
  func degreeSix() throws {
    var scorer = TrackLengthScorer(try RandomSteps.binning(), unit: .radiationLengths)
    scorer.score(from: 0.0131, to: 0.0129, length: 1)
    scorer.closeEvent()
    let bin = try #require(scorer.spectrum.fineBins.first { $0.length > 0 })
    let middle = 0.5 * (bin.low + bin.high)
    let half = 0.5 * (bin.high - bin.low)
    // The mean of x^6 on -1 to 1 is 1/7; three points give (5/9) (3/5)^3 = 0.12.
    let folded = scorer.spectrum.fold { pow(($0 - middle) / half, 6) }
    #expect(abs(folded.value / bin.length - 0.12) < 1e-6)
  }

  @Test("the error of a fold with 1 is the error of the whole length, correlations included")
  func errorOfTotal() throws {
    var random = RandomConfigurations("fold errors")
    let events = (0..<200).map { _ in RandomSteps.event(&random) }
    let spectrum = try RandomSteps.scorer(events: events).spectrum
    let folded = spectrum.fold { _ in 2 }
    var (sum, squares) = (0.0, 0.0)
    for event in events {
      let one = try RandomSteps.scorer(events: [event]).spectrum
      let inside = one.totalLength - one.lengthBelowRange - one.lengthAboveRange
      sum += 2 * inside
      squares += 4 * inside * inside
    }
    let error = ((squares / 200 - sum / 200 * sum / 200) / 199).squareRoot()
    #expect(abs(folded.value - sum / 200) <= 1e-13 * folded.value)
    #expect(abs(folded.error - error) <= 1e-10 * error)
  }

  @Test("the error of a fold with a falling function is that of events to a few percent")
  func errorOfFunction() throws {
    var random = RandomConfigurations("fold errors of a function")
    let events = (0..<400).map { _ in RandomSteps.event(&random) }
    let spectrum = try RandomSteps.scorer(events: events).spectrum
    func function(_ energy: Double) -> Double { energy * (1 + 3 * sin(energy / 20)) }
    let values = try events.map {
      try RandomSteps.scorer(events: [$0]).spectrum.fold(function).value
    }
    let mean = values.reduce(0, +) / 400
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 399
    let folded = spectrum.fold(function)
    #expect(abs(folded.value - mean) <= 1e-12 * folded.error)
    #expect(abs(folded.error - (variance / 400).squareRoot()) < 0.03 * folded.error)
  }

  private struct Refusal: Error {}

  @Test("an error of the function comes through; bins without length are not asked")
  func failures() throws {
    var scorer = TrackLengthScorer(try RandomSteps.binning(), unit: .radiationLengths)
    scorer.score(from: 3, to: 2.9, length: 1)
    scorer.closeEvent()
    func refuse(_ energy: Double) throws(Refusal) -> Double { throw Refusal() }
    #expect(throws: Refusal.self) { try scorer.spectrum.fold(refuse) }
    #expect(try scorer.spectrum.fold(above: 5, refuse).value == 0)
  }
}
