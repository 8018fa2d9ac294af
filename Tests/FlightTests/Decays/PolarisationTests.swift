// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Flight
import Testing

@Suite("Polarisations")
struct PolarisationTests {
  @Test("a share outside 0 to 1 is refused")
  func refused() {
    let error = #expect(throws: FlightError.self) { try Polarisation(longitudinal: 1.5) }
    #expect(
      error?.description
        == "invalid longitudinal share 1.5 of a polarisation (must be from 0 to 1) "
        + "give 1/3 for a boson without polarisation")
    #expect(throws: FlightError.self) { try Polarisation(longitudinal: .nan) }
  }

  @Test("it says what it is")
  func description() {
    #expect("\(Polarisation.none)" == "unpolarised")
    #expect("\(Polarisation.transverse)" == "helicity 0 with a share of 0.0, +1 and -1 alike")
  }
}
