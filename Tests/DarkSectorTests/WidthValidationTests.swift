// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import DarkSector
import Matter
import Quantities
import Storage
import Testing

@Suite("Widths beside the reference numbers")
struct WidthValidationTests {
  @Test("every reference width is reproduced to its last printed digit")
  func reference() throws {
    let world = try Laboratory.world()
    for row in try Laboratory.validation("widths.csv") {
      let table = try mediator(row).decays(in: world)
      let channel = row.text("channel")
      let value: Double?
      switch (row.text("quantity"), channel) {
      case ("width_gev", "total"): value = table.totalWidth
      case ("width_gev", "dark"): value = table.channels.last?.width
      case ("width_gev", _): value = table[channel]?.width
      case ("branching_ratio", _): value = table.branchingRatio(of: channel)
      case ("ctau_mm", _): value = table.properDecayLength?.mm
      case ("lifetime_s", _): value = table.lifetime?.s
      default: value = nil
      }
      let found = try #require(value, "line \(row.line)")
      let expected = try row.number("expected")
      let tolerance = try row.number("tolerance")
      #expect(abs(found - expected) <= tolerance, "line \(row.line): \(found), not \(expected)")
    }
  }

  private func mediator(_ row: TableRow) throws -> any Mediator {
    let mass = Mass.gev(try row.number("mass_gev"))
    let coupling = try row.number("coupling")
    let muon = PerLepton(electron: 0, muon: coupling, tau: 0)
    switch row.text("model") {
    case "dark-photon":
      return DarkPhoton(mass: mass, epsilon: coupling, dark: try dark(row))
    case "z-prime-mu-tau": return MuTauBoson(mass: mass, coupling: coupling)
    case "alp-photon":
      return LeptonicMediator(
        mass: mass, structure: .pseudoscalar, leptons: .each(0), photon: .perGeV(coupling))
    case "muon-scalar":
      return LeptonicMediator(mass: mass, structure: .scalar, leptons: muon)
    default: return LeptonicMediator(mass: mass, structure: .pseudoscalar, leptons: muon)
    }
  }

  private func dark(_ row: TableRow) throws -> DarkCoupling? {
    let (one, two) = (try row.number("mass_1_gev"), try row.number("mass_2_gev"))
    switch row.text("matter") {
    case "dirac": return DarkCoupling(.dirac(mass: one), alpha: 0.1)
    case "majorana": return DarkCoupling(.majorana(mass: one), alpha: 0.1)
    case "scalar": return DarkCoupling(.complexScalar(mass: one), alpha: 0.1)
    case "pseudo-dirac": return DarkCoupling(.pseudoDirac(light: one, heavy: two), alpha: 0.1)
    default: return nil
    }
  }
}
