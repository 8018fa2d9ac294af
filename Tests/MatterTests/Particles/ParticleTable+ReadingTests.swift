// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Matter
import Testing

@Suite("Reading the table of particles")
struct ParticleTableReadingTests {
  static let columns =
    "name,pdg,mass_gev,mass_error_gev,width_gev,width_error_gev,charge_thirds,spin,antiparticle,"
    + "aliases,antiparticle_aliases,note\n"

  @Test("a row makes a particle and its antiparticle")
  func pair() throws {
    let row = "x-,77,1.5,0.1,,,-3,3/2,x+,exx,,a note\n"
    let table = try ParticleTable(Self.columns + row, file: "p.csv")
    #expect(table.particles.map(\.name) == ["x-", "x+"])
    #expect(table.particles.map(\.pdgID) == [77, -77])
    #expect(table.particles.map(\.chargeThirds) == [-3, 3])
    #expect(table.particles.map(\.twiceSpin) == [3, 3])
    #expect(table.particles.map(\.width) == [nil, nil])
  }

  @Test(
    "a damaged row is refused with its line",
    arguments: [
      (
        "x,77,1 MeV,0,0,0,0,1,self,,,\n",
        "p.csv:2: 'mass_gev': '1 MeV' is an energy (a number is wanted)"
          + " write a bare number, for example '2.84e11'"
      ),
      ("x,77,-1,0,0,0,0,1,self,,,\n", "p.csv:2: 'mass_gev' is -1.0 (it cannot be below 0)"),
      (
        "x,77,1,0,0,0,0,1/3,self,,,\n",
        "p.csv:2: the spin '1/3' (it is neither whole nor half) write 1/2"
      ),
      (
        "x,77,1,0,0,0,3,1,self,,,\n",
        "p.csv:2: 'x' is its own antiparticle (it has charge 3/3) name the antiparticle"
      ),
      (
        "x,-77,1,0,0,0,0,1,self,,,\n",
        "p.csv:2: the PDG number -77 (a row gives the particle, not the antiparticle)"
      ),
      (
        "x,77,1,0,0,0,0,1,self,,,\ny,78,1,0,0,0,0,1,self,x,,\n",
        "p.csv:3: the name 'x' stands twice (line 2 has it already)"
      ),
      (
        "x,77,1,0,0,0,0,1,self,,,\ny,77,1,0,0,0,0,1,self,,,\n",
        "p.csv:3: the PDG number 77 stands twice (line 2 has it already)"
      ),
      (
        "x,77,1,0,0,,0,1,self,,,\n",
        "p.csv:2: 'width_error_gev': no number (the field is empty)"
      ),
      (",77,1,0,0,0,0,1,self,,,\n", "p.csv:2: no 'name' (the field is empty)"),
    ])
  func damage(_ rows: String, _ expected: String) {
    let found = message { _ = try ParticleTable(Self.columns + rows, file: "p.csv") }
    #expect(found == expected)
  }
}
