// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Inference
import Testing

@Suite("CLs of the likelihood ratio")
struct LikelihoodCLsLimitTests {
  @Test(
    "sums counts and auxiliary counts exactly",
    arguments: ValidationTable("statistics_likelihood_cls").rows)
  func exact(_ row: ValidationTable.Row) throws {
    let model = try counting(
      row.number("observed"), row.number("background"), error: row.number("error"),
      shape: .gamma)
    let sum = try #require(OnOffSum(model))
    let (both, background) = sum.probabilities(signal: row.number("signal"))
    #expect(abs(both - row.number("both")) < row.number("tolerance"))
    #expect(abs(background - row.number("without")) < row.number("tolerance"))
    #expect(abs(both / background - row.number("ratio")) < row.number("tolerance"))
  }

  @Test("is the counting limit for a known background")
  func known() throws {
    for count in [0.0, 1, 4, 20] {
      let model = try counting(count, 2.3)
      #expect(abs(try upper(LikelihoodCLsLimit(), model) - upper(CLsLimit(), model)) < 1e-8)
    }
  }

  @Test("differs from the counting limit once the auxiliary measurement is drawn anew")
  func resampled() throws {
    let model = try counting(3, 1, error: 0.5, shape: .gamma)
    let interval = try LikelihoodCLsLimit().interval(for: model, at: .ninety)
    #expect(abs(interval.upper - 5.305) < 0.001)
    #expect(interval.upper < (try upper(CLsLimit(), model)) - 0.4)
    #expect(interval.upperError == 0)
  }

  @Test("takes toys for other shapes, with an error that holds")
  func toys() throws {
    // A common factor hides the same gamma error from the exact sum.
    let own = try counting(3, 2, error: 0.6, shape: .gamma)
    let common = try CountingModel(
      bins: [CountingBin(observed: 3, background: UncertainValue(2))],
      commonBackground: UncertainValue(1, error: 0.3, shape: .gamma))
    let exact = try upper(LikelihoodCLsLimit(), own)
    let byToys = try LikelihoodCLsLimit(toys: 4000, seed: 5).interval(for: common, at: .ninety)
    #expect(byToys.upperError > 0.01 && byToys.upperError < 0.4)
    #expect(abs(byToys.upper - exact) < 4 * byToys.upperError)
    #expect(byToys.notes.contains("4000 toys of each hypothesis, seed 5"))
    let again = try LikelihoodCLsLimit(toys: 4000, seed: 5).interval(for: common, at: .ninety)
    #expect(again == byToys)
  }

  @Test("refuses a level that its toys cannot tell from one, and sums it where it can")
  func extremeLevel() throws {
    let level = try ConfidenceLevel(0.999999)
    let error = #expect(throws: InferenceError.self) {
      try LikelihoodCLsLimit().interval(for: counting(3, 1, error: 0.1), at: level)
    }
    #expect(
      error?.description
        == "no limit at 99.9999% from 10000 toys (fewer than 5 of them would decide it) use cls, or "
        + "a background error of shape gamma, which are summed exactly")
    let summed = try LikelihoodCLsLimit().interval(
      for: counting(3, 1, error: 0.1, shape: .gamma), at: level)
    // The sum over both counts, with fits and root by bisection.
    #expect(abs(summed.upper - 19.72427) < 2e-5)
  }
}
