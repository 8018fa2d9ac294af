// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics
import Testing

@Suite("DecayError")
struct DecayErrorTests {
  @Test("a closed decay says what it needs")
  func closed() {
    let error = #expect(throws: DecayError.self) {
      try TwoBodyDecay(of: 0.2, into: 0.1056583755, 0.1056583755)
    }
    #expect(error == .belowThreshold(parent: 0.2, daughters: [0.1056583755, 0.1056583755]))
    #expect(
      error?.description
        == "no decay of a mass of 200 MeV into 105.6583755 MeV + 105.6583755 MeV "
        + "(needs 211.316751 MeV or more) raise the mass of the parent or close the channel")
    #expect(throws: DecayError.belowThreshold(parent: 1, daughters: [0.5, 0.3, 0.3])) {
      try ThreeBodyDecay(of: 1, into: 0.5, 0.3, 0.3)
    }
  }

  @Test("what is no mass is named")
  func invalid() {
    #expect(throws: DecayError.invalidMass(-1)) { try TwoBodyDecay(of: 5, into: -1, 2) }
    #expect(throws: DecayError.invalidMass(0)) { try TwoBodyDecay(of: 0, into: 0, 0) }
    #expect(throws: DecayError.invalidMass(.infinity)) {
      try ThreeBodyDecay(of: .infinity, into: 0, 0, 0)
    }
    #expect(throws: DecayError.invalidMass(-2)) { try ThreeBodyDecay(of: 5, into: 0, 0, -2) }
    let error = #expect(throws: DecayError.self) { try TwoBodyDecay(of: 1, into: .nan, 0) }
    #expect(
      error?.description
        == "invalid mass nan GeV (must be finite, and positive for a parent) give a mass in GeV")
  }
}
