// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics
import Matter
import Searches
import Testing

@Suite("Numbers of particles")
struct ParticleNumberingTests {
  @Test(
    "particles have the numbers of the scheme",
    arguments: [
      ("e-", 11), ("e+", -11), ("mu-", 13), ("mu+", -13), ("gamma", 22), ("tau-", 15),
      ("chi", 52), ("chi~", -52), ("chi1", 52), ("chi2", 59), ("phi", 51), ("phi*", -51),
    ] as [(String, Int32)])
  func names(_ name: String, _ id: Int32) throws {
    let species = try TargetHall.numbering().species(named: name, mass: 0.25)
    #expect(species == NumberedSpecies(id: id, name: name, mass: 0.25))
  }

  @Test(
    "nuclei are 10LZZZAAAI, and hydrogen is a proton",
    arguments: [("Pb", 1_000_822_070), ("W", 1_000_741_840), ("C", 1_000_060_120), ("H", 2212)]
      as [(String, Int32)])
  func nuclei(_ symbol: String, _ id: Int32) throws {
    let element = try TargetHall.element(symbol)
    let nucleus = try TargetHall.numbering().nucleus(of: element)
    #expect(nucleus.id == id)
    #expect(nucleus.mass == element.nuclearMass.gev)
  }

  @Test("charged leptons and photons are seen, dark matter and neutrinos are not")
  func visible() {
    let seen = [11, -13, 15, 22, 12, 52, -51, 55].map { (id: Int32) in
      NumberedSpecies(id: id, name: "", mass: 0).isVisible
    }
    #expect(seen == [true, true, true, true, false, false, false, false])
  }

  @Test("an unknown name is refused")
  func unknown() {
    #expect(throws: UnknownName.self) {
      try TargetHall.numbering().species(named: "X17", mass: 0)
    }
  }
}
