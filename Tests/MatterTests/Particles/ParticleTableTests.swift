// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Matter
import Quantities
import Testing

@Suite("The table of particles")
struct ParticleTableTests {
  @Test(
    "a particle is found by name, alias and number",
    arguments: [
      ("electron", "e-", 11), ("positron", "e+", -11), ("Ds", "D_s+", 431), ("proton", "p", 2212),
      ("KL", "K_L", 130), ("photon", "gamma", 22), ("K0bar", "anti-K0", -311),
    ])
  func lookUp(_ alias: String, _ name: String, _ number: Int) throws {
    let table = try Shipped.particles()
    let particle = try table.particle(named: alias)
    #expect(particle.name == name)
    #expect(particle.pdgID == number)
    #expect(table.particle(pdgID: number) == particle)
    #expect(try table.particle(named: name) == particle)
  }

  @Test("an unknown name is an error with the nearest one; an unknown number is nothing")
  func unknown() throws {
    let table = try Shipped.particles()
    let found = message { _ = try table.particle(named: "elektron") }
    #expect(
      found == "no particle is named 'elektron' (\(table.names.count) names are known)"
        + " did you mean 'electron'?")
    #expect(table.particle(pdgID: 999) == nil)
  }

  @Test("antiparticles have opposite charge and number and the same mass; twice is no change")
  func antiparticles() throws {
    let table = try Shipped.particles()
    #expect(table.particles.count > 60)
    for particle in table.particles {
      let anti = table.antiparticle(of: particle)
      #expect(anti.mass == particle.mass)
      #expect(anti.width == particle.width)
      #expect(anti.chargeThirds == -particle.chargeThirds)
      #expect(table.antiparticle(of: anti) == particle)
      #expect(particle.isOwnAntiparticle || anti.pdgID == -particle.pdgID)
    }
  }

  // The numbers of the listings, as the reviews print them; independent of the table's file.
  @Test(
    "masses are those of the 2025 edition",
    arguments: [
      ("e-", 0.51099895), ("mu-", 105.6583755), ("tau-", 1776.93), ("pi+", 139.57039),
      ("pi0", 134.9768), ("K+", 493.677), ("K_S", 497.611), ("eta", 547.862), ("eta'", 957.78),
      ("rho0", 775.26), ("omega", 782.66), ("phi", 1019.460), ("p", 938.27208816),
      ("n", 939.5654205), ("D+", 1869.66), ("D_s+", 1968.35), ("B+", 5279.41), ("J/psi", 3096.9),
      ("Z", 91188.0),
    ])
  func masses(_ name: String, _ mev: Double) throws {
    let particle = try Shipped.particles().particle(named: name)
    #expect(isNear(particle.mass.mev, mev, 1e-12))
    #expect(particle.massError.mev < 1e-3 * mev)
  }

  @Test(
    "mean lives follow from widths as measured",
    arguments: [
      ("mu-", 2.1969811e-6, 1e-6), ("pi+", 2.6033e-8, 1e-4), ("pi0", 8.43e-17, 1e-3),
      ("K+", 1.2380e-8, 1e-3), ("K_S", 8.954e-11, 1e-3), ("K_L", 5.116e-8, 1e-3),
      ("tau-", 2.903e-13, 1e-3), ("n", 878.4, 1e-3), ("D_s+", 5.012e-13, 1e-3),
      ("D0", 4.103e-13, 1e-3),
    ])
  func lifetimes(_ name: String, _ seconds: Double, _ tolerance: Double) throws {
    let particle = try Shipped.particles().particle(named: name)
    let lifetime = try #require(particle.lifetime)
    #expect(isNear(lifetime.s, seconds, tolerance))
  }

  @Test("charges and spins are those of quarks and leptons")
  func quantumNumbers() throws {
    let table = try Shipped.particles()
    for particle in table.particles {
      // Fermions are half-integer: leptons, quarks, baryons; all else here is a boson.
      let number = particle.pdgID.magnitude
      let isFermion = number < 20 || number > 1000
      #expect((particle.twiceSpin % 2 == 1) == isFermion, "\(particle.name)")
      #expect(number < 7 || particle.chargeThirds % 3 == 0, "\(particle.name)")
    }
    #expect(try table.particle(named: "t").charge == 2.0 / 3)
    #expect(try table.particle(named: "e-").charge == -1)
  }
}
