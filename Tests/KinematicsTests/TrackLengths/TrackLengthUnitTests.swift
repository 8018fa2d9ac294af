// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics
import Quantities
import Testing

@Suite("TrackLengthUnit")
struct TrackLengthUnitTests {
  @Test("a radiation length of lead is 5.6 mm, and back")
  func factors() {
    let lead = Length.mm(5.612)
    #expect(
      TrackLengthUnit.radiationLengths.factor(to: .millimetres, radiationLength: lead) == 5.612)
    #expect(
      TrackLengthUnit.millimetres.factor(to: .radiationLengths, radiationLength: lead) == 1 / 5.612)
    #expect(TrackLengthUnit.millimetres.factor(to: .millimetres, radiationLength: lead) == 1)
    #expect(TrackLengthUnit.radiationLengths.rawValue == "X0")
  }
}
