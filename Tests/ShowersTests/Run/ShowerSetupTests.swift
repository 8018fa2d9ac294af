// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Showers
import Testing

@Suite("what can be simulated")
struct ShowerSetupTests {
  private func refusal(
    _ name: String = "lead", depth: Double = 200, energy: Energy = .gev(10),
    cut: Energy = .mev(1)
  ) throws -> String? {
    let material = try Shipped.material(name)
    do throws(ShowerError) {
      _ = try ShowerSetup(
        material: material, depth: .mm(depth), beam: .electron, energy: energy, cut: cut)
      return nil
    } catch {
      return error.description
    }
  }

  @Test("a sound setup is accepted")
  func sound() throws { #expect(try refusal() == nil) }

  @Test("a cut above the beam energy is refused")
  func cutAboveBeam() throws {
    #expect(
      try refusal(cut: .gev(20))
        == "invalid cut 20 GeV (nothing of a beam of 10 GeV would be followed) choose a cut below "
        + "the beam energy")
  }

  @Test("a cut below 100 keV is refused")
  func lowCut() throws {
    #expect(
      try refusal(cut: .mev(0.05))
        == "invalid cut 50 keV (below 100 keV the structure of atoms matters) choose 100 keV or "
        + "more")
  }

  @Test("the vacuum is refused")
  func vacuum() throws {
    #expect(
      try refusal("vacuum")
        == "no shower in 'vacuum' (there is nothing to interact with) choose a material with a "
        + "density")
  }

  @Test("a block without depth is refused")
  func noDepth() throws {
    #expect(
      try refusal(depth: 0)
        == "invalid block of 0 mm by 1 m (both must be above 0) give the depth along the beam, "
        + "such as 40X0")
  }

  @Test("a beam without energy is refused")
  func noEnergy() throws {
    #expect(
      try refusal(energy: .gev(0))
        == "invalid beam energy 0 GeV (it must be above 0 and at most 10 TeV) give the kinetic "
        + "energy of the beam particle")
  }
}
