// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities
import Testing

@Suite("Measured numbers")
struct MeasuredTests {
  static func momentum(_ text: String) -> Measured<MomentumDimension>? {
    Fixture.read(Fixture.head.replacing("100 GeV", with: text)).card?[Fixture.beam][
      Fixture.Beam.momentum]
  }

  @Test("a bare number has no stated certainty, and reports mention it")
  func bare() {
    let number = Self.momentum("100 GeV")
    #expect(number == Measured(.gev(100)))
    #expect(number?.certainty == nil)
    #expect(number?.needsMention == true)
    #expect(number?.place?.start.column == 18)
  }

  @Test("a map may state error, source, certainty and a note")
  func full() {
    let number = Self.momentum(
      "{value: 100 GeV, error: 1 GeV, source: X:2020, certainty: digitised, note: from figure 3}")
    let expected = Measured<MomentumDimension>(
      .gev(100), error: .gev(1), source: "X:2020", certainty: .digitised, note: "from figure 3")
    #expect(number == expected)
  }

  @Test("only what is quoted needs no mention", arguments: Certainty.allCases)
  func mention(certainty: Certainty) {
    let number = Measured<MomentumDimension>(.gev(1), certainty: certainty)
    #expect(number.needsMention == (certainty != .quoted))
  }

  @Test("certainties are ordered from assumed to quoted")
  func order() {
    #expect(Certainty.allCases.sorted() == [.assumed, .recalled, .digitised, .quoted])
  }
}
