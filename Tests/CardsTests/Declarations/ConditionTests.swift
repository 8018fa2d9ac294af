// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities
import Testing

@Suite("Conditions")
struct ConditionTests {
  static func condition(_ text: String) -> Condition? {
    Fixture.read(Fixture.head + "selection:\n  - name: c\n    cut: \(text)\n").card?[
      Fixture.selection
    ].first?[Fixture.Cut.cut]
  }

  @Test(
    "are read with any spacing and written with one",
    arguments: [
      ("ecal.energy < 50 GeV", "ecal.energy < 50 GeV"),
      ("ecal.energy<50GeV", "ecal.energy < 50GeV"),
      ("a  >=  -1e-3", "a >= -1e-3"), ("a ≤ 1 %", "a <= 1 %"), ("a != 1", "a != 1"),
      ("a > 1 and b == 2 mm", "a > 1 and b == 2 mm"), ("a > 1 and\n      b < 2", "a > 1 and b < 2"),
      ("hcal-2.energy_sum < .5 GeV", "hcal-2.energy_sum < .5 GeV"),
      ("brand.sand > 1 and android < 2", "brand.sand > 1 and android < 2"),
    ])
  func reading(text: String, normal: String) {
    #expect(Self.condition(text)?.text == normal)
  }

  @Test(
    "are refused where they are incomplete",
    arguments: [
      "a", "a <", "< 1", "1 < a", "a < 1 and", "and a < 1", "a < b", "a =< 1", ".a < 1", "a. < 1",
      "a..b < 1", "a < 1 or b", "a < 1 < 2",
    ])
  func refusals(text: String) throws {
    // A value is read with its unit when its owner knows what the observable measures.
    guard let condition = Self.condition("\"\(text)\"") else { return }
    let last = try #require(condition.comparisons.last)
    #expect(throws: FoundFault.self) { try last.quantity(of: NumberDimension.self).get() }
  }

  @Test("each part knows its place")
  func places() throws {
    let comparison = try #require(Self.condition("'ecal.energy <  50 GeV'")?.comparisons.first)
    #expect(comparison.observable == ["ecal", "energy"])
    #expect(comparison.observablePlace.start.column == 11)
    #expect(comparison.valuePlace.start.column == 26)
    #expect(comparison.valuePlace.end.column == 32)
  }

  @Test("the value is a quantity of the dimension that the observable has")
  func quantities() throws {
    let comparison = try #require(Self.condition("x < 50 GeV")?.comparisons.first)
    #expect(try comparison.quantity(of: EnergyDimension.self).get() == .gev(50))
    let fault = #expect(throws: FoundFault.self) {
      try comparison.quantity(of: LengthDimension.self).get()
    }
    #expect(fault?.finding.message == "'50 GeV' is an energy (a length is wanted)")
    #expect(fault?.finding.place.start.column == 14)
  }
}
