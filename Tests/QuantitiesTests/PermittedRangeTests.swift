// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Testing

@Suite("Permitted ranges")
struct PermittedRangeTests {
  @Test("ends count as declared, and nothing infinite is permitted")
  func membership() {
    #expect(!PermittedRange<MassDimension>.positive.contains(.zero))
    #expect(PermittedRange<MassDimension>.nonNegative.contains(.zero))
    #expect(!PermittedRange<MassDimension>.nonNegative.contains(.gev(-1e-300)))
    let share = PermittedRange<FractionDimension>.closed(.zero, .share(1))
    #expect(share.contains(.share(1)) && !share.contains(.share(1.0.nextUp)))
    let level = PermittedRange<NumberDimension>.between(.plain(0), .plain(1))
    #expect(!level.contains(.plain(0)) && !level.contains(.plain(1)) && level.contains(.plain(0.9)))
    #expect(!PermittedRange<MassDimension>.any.contains(.gev(.infinity)))
    #expect(!PermittedRange<MassDimension>.any.contains(.gev(.nan)))
    #expect(!PermittedRange<MassDimension>.positive.contains(.gev(.nan)))
  }

  @Test("a range says itself in words")
  func words() {
    #expect(PermittedRange<MassDimension>.any.description == "finite")
    #expect(PermittedRange<MassDimension>.positive.description == "above 0 GeV")
    #expect(PermittedRange<MassDimension>.nonNegative.description == "0 GeV or more")
    #expect(
      PermittedRange<FractionDimension>.closed(.zero, .share(1)).description == "from 0 to 100 %")
    #expect(
      PermittedRange<NumberDimension>.between(.plain(0), .plain(1)).description
        == "between 0 and 1, ends excluded")
  }

  @Test("a negative mass is refused with the range in the message")
  func negativeMass() throws {
    let mass = try Mass(parsing: "-5 MeV")
    let error = #expect(throws: QuantityError.self) {
      try PermittedRange<MassDimension>.positive.check(mass, writtenAs: "-5 MeV")
    }
    #expect(error?.description == "'-5 MeV' is out of range (must be above 0 GeV)")
  }
}
