// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Inference
import Testing

@Suite("All methods")
struct LimitMethodsTests {
  @Test("agree with the validation table", arguments: ValidationTable("statistics_limits").rows)
  func table(_ row: ValidationTable.Row) throws {
    let method = try #require(LimitMethods.named(row["method"]))
    let model = try CountingModel(
      observed: row.number("observed"),
      background: row.uncertain(row.number("background"), error: "error", shape: "shape"),
      efficiency: row.uncertain(1, error: "efficiency_error", shape: "efficiency_shape"))
    let interval = try method.interval(for: model, at: ConfidenceLevel(row.number("cl")))
    let result = row["edge"] == "lower" ? interval.lower : interval.upper
    #expect(row.agrees(result), "\(result)")
  }

  @Test("the validation table is there")
  func isThere() { #expect(ValidationTable("statistics_limits").rows.count > 70) }

  @Test("have names of their own, found by name, and say what their number means")
  func names() throws {
    #expect(Set(LimitMethods.all.map(\.name)).count == LimitMethods.all.count)
    for method in LimitMethods.all {
      #expect(LimitMethods.named(method.name)?.name == method.name)
      let interval = try method.interval(for: counting(2, 1), at: ConfidenceLevel(0.95))
      #expect(interval.method == method.name)
      #expect(interval.confidenceLevel.description == "95%")
      #expect(method.summary.count > 30)
    }
    #expect(LimitMethods.named("magic") == nil)
  }

  @Test("give half the strength for twice the efficiency")
  func efficiency() throws {
    for method in LimitMethods.all {
      let single = try method.interval(for: counting(4, 1.5), at: .ninety)
      let double = try method.interval(
        for: CountingModel(
          observed: 4, background: UncertainValue(1.5), efficiency: UncertainValue(2)),
        at: .ninety)
      #expect(abs(2 * double.upper / single.upper - 1) < 1e-9, "\(method.name)")
      #expect(abs(2 * double.lower - single.lower) < 1e-9, "\(method.name)")
    }
  }

  @Test("rise with the level and with the count")
  func monotone() throws {
    for method in LimitMethods.all {
      var last = -1.0
      for count in 0...12 {
        let low = try method.interval(for: counting(Double(count), 2), at: .ninety)
        let high = try method.interval(for: counting(Double(count), 2), at: ConfidenceLevel(0.95))
        #expect(low.upper >= last, "\(method.name) \(count)")
        #expect(high.upper >= low.upper && high.lower <= low.lower, "\(method.name) \(count)")
        last = low.upper
      }
    }
  }

  @Test("ignore a bin that cannot see signal")
  func blindBin() throws {
    let bin = try CountingBin(observed: 1, background: UncertainValue(0.5, error: 0.1))
    let blind = try CountingBin(
      observed: 7, background: UncertainValue(3), efficiency: UncertainValue(0))
    let alone = try CountingModel(bins: [bin])
    let both = try CountingModel(bins: [blind, bin])
    for method: any LimitMethod in [
      ClassicalLimit(), CLsLimit(), BayesianLimit(prior: .flat), ProfileLikelihoodInterval(),
      AsymptoticCLsLimit(),
    ] {
      #expect(abs(try upper(method, alone) - upper(method, both)) < 1e-9, "\(method.name)")
    }
  }
}
