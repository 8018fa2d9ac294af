// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Testing

@Suite("Printing of quantities")
struct QuantityPrintingTests {
  @Test("a quantity prints in the unit that reads best")
  func readsWell() {
    #expect(Mass.mev(16.7).description == "16.7 MeV")
    #expect(Energy.gev(100).description == "100 GeV")
    #expect(Energy.gev(1000).description == "1 TeV")
    #expect(Energy.gev(0.511e-3).description == "511 keV")
    #expect(Energy.gev(1e-30).description == "1e-21 eV")
    #expect(Energy.gev(1e30).description == "1e27 TeV")
    #expect(Momentum.gev(0.27).description == "270 MeV/c")
    #expect(Length.mm(38.2).description == "38.2 mm")
    #expect(Length.m(1.5).description == "1.5 m")
    #expect(Time.ns(5).description == "5 ns")
    #expect(CrossSection.mb(7).description == "7 mb")
    #expect(Density.gramsPerCm3(11.35).description == "11.35 g/cm3")
    #expect(Angle.mrad(21).description == "21 mrad")
    #expect(InverseEnergy.perGeV(1e-3).description == "0.001 /GeV")
    #expect(InverseEnergy.perGeV(1e-7).description == "1e-7 /GeV")
    #expect(MagneticField.tesla(1.4).description == "1.4 T")
    #expect(Fraction.share(0.01).description == "1 %")
    #expect(Fraction.share(1e-9).description == "1e-9")
    #expect(Number.plain(2.84e11).description == "2.84e11")
    #expect(Number.plain(4_300_000).description == "4300000")
    #expect(Number.plain(2.84e17).description == "2.84e17")
    #expect(Energy.zero.description == "0 GeV")
    #expect(Energy.gev(-0.005).description == "-5 MeV")
    #expect(Energy.gev(.infinity).description == "inf GeV")
  }

  @Test("rounded printing keeps the unit of the exact one")
  func rounds() {
    #expect(Mass.mev(16.6666).formatted(significant: 3) == "16.7 MeV")
    #expect(CrossSection.pb(837_475_123).formatted(significant: 4) == "837.5 ub")
    #expect(Energy.gev(99.9999).formatted(significant: 3) == "100 GeV")
  }

  @Test("printed and parsed is the same double to the last bit, in every dimension")
  func roundTrip() throws {
    var bits: UInt64 = 0x0123_4567_89AB_CDEF
    for _ in 0..<(20_000 * Effort.factor) {
      bits = bits &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let anything = Double(bitPattern: bits)
      let everyday = Double(bits >> 11) * 0x1p-53 * 1e3
      for value in [anything, everyday] where value.isFinite {
        try expectRoundTrip(value, EnergyDimension.self)
        try expectRoundTrip(value, MassDimension.self)
        try expectRoundTrip(value, LengthDimension.self)
        try expectRoundTrip(value, CrossSectionDimension.self)
        try expectRoundTrip(value, FractionDimension.self)
      }
    }
    for value in [Double.leastNonzeroMagnitude, .leastNormalMagnitude, .greatestFiniteMagnitude] {
      try expectRoundTrip(value, MomentumDimension.self)
      try expectRoundTrip(-value, TimeDimension.self)
      try expectRoundTrip(value, DensityDimension.self)
      try expectRoundTrip(value, AngleDimension.self)
      try expectRoundTrip(value, InverseEnergyDimension.self)
      try expectRoundTrip(value, MagneticFieldDimension.self)
      try expectRoundTrip(value, NumberDimension.self)
    }
  }

  private func expectRoundTrip<D: Dimension>(_ value: Double, _ dimension: D.Type) throws {
    let quantity = Quantity<D>(baseValue: value)
    let back = try Quantity<D>(parsing: quantity.description)
    if back.baseValue.bitPattern != value.bitPattern {
      Issue.record("\(quantity) came back as \(back)")
    }
  }
}
