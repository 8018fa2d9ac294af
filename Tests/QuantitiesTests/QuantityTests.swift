// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Testing

@Suite("Arithmetic and units of quantities")
struct QuantityTests {
  @Test("named constructors agree with parsed text to the last bit")
  func constructors() throws {
    #expect(try Energy(parsing: "16.7 MeV") == .mev(16.7))
    #expect(try Energy(parsing: "16.7 keV") == .kev(16.7))
    #expect(try Mass(parsing: "16.7 MeV") == .mev(16.7))
    // Multiplying by ten rounds once more than moving the point does.
    #expect(abs(try Length(parsing: "3.82 cm").mm - Length.cm(3.82).mm) <= 38.2.ulp)
    #expect(try Length(parsing: "1.615 m") == .m(1.615))
    #expect(try Time(parsing: "4.8 s") == .s(4.8))
    #expect(try CrossSection(parsing: "7 mb") == .mb(7))
    #expect(try Angle(parsing: "21 mrad") == .mrad(21))
    #expect(try Fraction(parsing: "3.8 %") == .percent(3.8))
  }

  @Test("quantities add, scale, compare and divide like numbers")
  func arithmetic() {
    #expect(Energy.gev(1) + .mev(500) == .gev(1.5))
    #expect(Energy.gev(1) - .gev(3) == .gev(-2))
    #expect(2 * Length.mm(3) == .mm(6))
    #expect(Length.m(3) / 2 == .mm(1500))
    #expect(Length.m(3) / Length.mm(1500) == 2)
    #expect(Mass.mev(1) < .gev(1))
  }

  @Test("accessors convert from the base unit")
  func accessors() {
    #expect(Energy.gev(0.5).mev == 500)
    #expect(Mass.gev(0.5).mev == 500)
    #expect(Length.mm(15).cm == 1.5)
    #expect(Length.mm(1500).m == 1.5)
    #expect(Time.ns(5e9).s == 5)
    #expect(CrossSection.pb(7e9).mb == 7)
    #expect(Fraction.share(0.5).percent == 50)
  }
}
