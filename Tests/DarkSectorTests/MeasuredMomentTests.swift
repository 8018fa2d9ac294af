// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Testing

@Suite("Measured moments")
struct MeasuredMomentTests {
  @Test("the four differences that ship, in their order")
  func all() throws {
    let moments = try MeasuredMoment.read(from: Laboratory.data())
    #expect(moments.map(\.name) == ["LKB", "Berkeley", "BNL", "FNAL 2021"])
    #expect(moments.map(\.lepton) == [.electron, .electron, .muon, .muon])
    #expect(moments.map(\.deviation) == [4.8e-13, -8.8e-13, 288e-11, 251e-11])
    #expect(moments.map(\.uncertainty) == [3.0e-13, 3.6e-13, 80e-11, 59e-11])
    #expect(moments.allSatisfy { $0.certainty == "quoted" })
  }

  @Test("FNAL 2021 is the measured moment less that of the Standard Model, errors in quadrature")
  func difference() throws {
    let moment = try CouplingBandTests.measured("FNAL 2021")
    #expect(relative(moment.deviation, Double(116_592_061 - 116_591_810) * 1e-11) < 1e-12)
    let error = Double(41 * 41 + 43 * 43).squareRoot() * 1e-11
    #expect(abs(moment.uncertainty - error) < 0.5e-11)
  }
}
