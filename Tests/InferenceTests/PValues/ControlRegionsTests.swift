// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Inference
import Testing

@Suite("P-values of the control regions of a published search")
struct ControlRegionsTests {
  @Test(
    "follow from the prescription named, also where that is not the number shown",
    arguments: ValidationTable("statistics_control_regions").rows)
  func region(_ row: ValidationTable.Row) throws {
    let model = try model(for: row)
    let result =
      row["test"] == "excess"
      ? try ExcessTest.pValue(of: model).value : try LikelihoodTest.pValue(of: model).value
    #expect(row.agrees(result), "\(result)")
    let digits = row["shown"].split(separator: ".").last?.count ?? 0
    let isShown = String(format: "%.\(digits)f", result) == row["shown"]
    #expect(isShown == (row["agrees"] == "yes"), "\(result)")
  }

  @Test("the table is there, with the entries that do not reproduce")
  func isThere() {
    let rows = ValidationTable("statistics_control_regions").rows
    #expect(rows.count == 27)
    #expect(rows.contains { $0["agrees"] == "no" })
  }

  private func model(for row: ValidationTable.Row) throws -> CountingModel {
    let observed = row.number("observed")
    let expected = row.number("expected")
    let regions = try [(1.0, 0.29), (1, 0.58), (2, 1.70)].map {
      try CountingBin(observed: $0.0, background: UncertainValue($0.1))
    }
    switch row["prescription"] {
    case "product": return try CountingModel(bins: regions)
    case "product-common":
      return try CountingModel(
        bins: regions, commonBackground: UncertainValue(1, error: 0.13))
    case "next-lower": return try counting(observed - 1, expected)
    case "gauss": return try counting(observed, expected, error: row.number("error"))
    case "gamma":
      return try counting(observed, expected, error: row.number("error"), shape: .gamma)
    default: return try counting(observed, expected)
    }
  }
}
