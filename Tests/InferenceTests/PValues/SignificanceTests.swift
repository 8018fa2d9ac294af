// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Inference
import Numerics
import Testing

@Suite("Significance")
struct SignificanceTests {
  @Test(
    "agrees with the validation table", arguments: ValidationTable("statistics_significance").rows)
  func table(_ row: ValidationTable.Row) throws {
    let (a, b, c) = (row.number("a"), row.number("b"), row.number("c"))
    let result: Double
    switch row["quantity"].split(separator: "(").first {
    case "one_sided": result = try PValue(a, test: "").oneSided
    case "two_sided": result = try PValue(a, test: "").twoSided
    case "asymptotic":
      result = try AsymptoticSignificance.expected(
        signal: a, background: UncertainValue(b, error: c))
    case "zbi_p":
      result = try BinomialTest.pValue(observed: a, background: UncertainValue(b, error: c)).value
    case "zbi_z":
      result = try BinomialTest.pValue(observed: a, background: UncertainValue(b, error: c))
        .oneSided
    case "trials": result = try LookElsewhere.global(local: PValue(a, test: ""), trials: b).value
    case "gross_vitells":
      result = try LookElsewhere.global(deviations: a, crossings: b, at: c).value
    default: result = .nan
    }
    #expect(row.agrees(result), "\(result)")
  }

  @Test("the table is there")
  func isThere() { #expect(ValidationTable("statistics_significance").rows.count == 8) }

  @Test("of a small error or signal tends to the simple formulas")
  func limits() throws {
    let known = try AsymptoticSignificance.expected(signal: 5, background: UncertainValue(10))
    let almost = try AsymptoticSignificance.expected(
      signal: 5, background: UncertainValue(10, error: 1e-3))
    #expect(abs(known - almost) < 1e-6)
    let tiny = try AsymptoticSignificance.expected(signal: 1e-3, background: UncertainValue(100))
    #expect(abs(tiny / 1e-4 - 1) < 1e-5)
  }

  @Test("goes to and fro between deviations and probability")
  func roundTrip() throws {
    for deviations in [-1.0, 0, 1, 3, 5, 8] {
      let p = PValue.oneSided(of: deviations)
      #expect(abs(try PValue(p, test: "").oneSided - deviations) < 1e-9)
    }
  }
}
