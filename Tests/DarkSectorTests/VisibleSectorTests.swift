// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Matter
import Testing

@Suite("The visible sector")
struct VisibleSectorTests {
  @Test("masses come from the table of particles")
  func masses() throws {
    let particles = try ParticleTable(from: Laboratory.data())
    let leptons = try PerLepton(massesIn: particles)
    for lepton in Lepton.allCases {
      #expect(relative(leptons[lepton], Laboratory.leptons[lepton]) < 1e-8)
    }
    #expect(try HadronMasses(particles) == Laboratory.mesons)
    #expect(try Laboratory.world().leptonMasses == leptons)
  }

  @Test("a missing particle is named with its nearest neighbour")
  func missing() throws {
    let text = """
      name,pdg,mass_gev,mass_error_gev,width_gev,width_error_gev,charge_thirds,spin,antiparticle,\
      aliases,antiparticle_aliases,note
      e-,11,0.00051,0,0,0,-3,1/2,e+,electron,,
      """
    let particles = try ParticleTable(text, file: "particles.csv")
    #expect(throws: UnknownName("mu-", kind: "particle", among: particles.names)) {
      try PerLepton(massesIn: particles)
    }
  }
}
