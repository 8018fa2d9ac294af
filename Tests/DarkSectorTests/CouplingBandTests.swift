// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Testing

@Suite("Bands of couplings that measured moments allow")
struct CouplingBandTests {
  static func measured(_ name: String) throws -> MeasuredMoment {
    let all = try MeasuredMoment.read(from: Laboratory.data())
    return try #require(all.first { $0.name == name })
  }

  @Test("the muon's band of a vector agrees with the reference table to every printed digit")
  func reference() throws {
    for row in try Laboratory.validation("moments.csv") {
      let moment = try OneLoopMoment(
        .vector, mediatorMass: try row.number("mass_gev"), leptonMass: Laboratory.leptons.muon)
      let measured = try Self.measured(row.text("measurement"))
      let band = CouplingBand(moment, measured: measured, deviations: 2)
      #expect(band.meaning == .band)
      let found =
        switch try row.number("deviations") {
        case -2: band.lower
        case 2: band.upper
        default: try #require(band.central)
        }
      let (expected, tolerance) = (try row.number("expected"), try row.number("tolerance"))
      #expect(abs(found - expected) <= tolerance, "line \(row.line): \(found), not \(expected)")
    }
  }

  @Test("the edges lie n deviations from the least chi^2", arguments: LorentzStructure.allCases)
  func chiSquared(_ structure: LorentzStructure) throws {
    for name in ["LKB", "Berkeley", "BNL", "FNAL 2021"] {
      let measured = try Self.measured(name)
      let moment = try OneLoopMoment(
        structure, mediatorMass: 0.05, leptonMass: Laboratory.leptons[measured.lepton])
      let band = CouplingBand(moment, measured: measured, deviations: 2)
      func chiSquared(_ coupling: Double) -> Double {
        let pull =
          (measured.deviation - moment.contribution(coupling: coupling))
          / measured.uncertainty
        return pull * pull
      }
      let least = band.central.map(chiSquared) ?? chiSquared(0)
      #expect(abs(chiSquared(band.upper) - least - 4) < 1e-9)
      if band.meaning == .band { #expect(abs(chiSquared(band.lower) - least - 4) < 1e-9) }
      #expect(band.meaning == .band || band.lower == 0)
    }
  }

  @Test("what the sign of the mediator makes of each measurement")
  func meanings() throws {
    func meaning(_ structure: LorentzStructure, _ name: String) throws -> CouplingBand.Meaning {
      let measured = try Self.measured(name)
      let moment = try OneLoopMoment(
        structure, mediatorMass: 0.01, leptonMass: Laboratory.leptons[measured.lepton])
      return CouplingBand(moment, measured: measured, deviations: 2).meaning
    }
    for structure in [LorentzStructure.scalar, .vector] {
      #expect(try meaning(structure, "FNAL 2021") == .band)
      #expect(try meaning(structure, "LKB") == .compatibleWithZero)
      #expect(try meaning(structure, "Berkeley") == .wrongSign)
    }
    for structure in [LorentzStructure.pseudoscalar, .axial] {
      #expect(try meaning(structure, "FNAL 2021") == .wrongSign)
      #expect(try meaning(structure, "LKB") == .wrongSign)
      #expect(try meaning(structure, "Berkeley") == .band)
    }
  }

  @Test("a massless axial vector allows no coupling, and says that there is no band")
  func diverging() throws {
    let moment = try OneLoopMoment(.axial, mediatorMass: 0, leptonMass: 1)
    let band = CouplingBand(moment, measured: try Self.measured("LKB"), deviations: 2)
    #expect(band.upper == 0 && band.lower == 0 && band.central == nil)
    #expect(band.note == "no band: the contribution is zero or diverges")
  }

  @Test("notes are whole sentences")
  func notes() throws {
    let moment = try OneLoopMoment(.vector, mediatorMass: 0.01, leptonMass: 0.000511)
    func note(_ name: String) throws -> String {
      CouplingBand(moment, measured: try Self.measured(name), deviations: 1).note
    }
    #expect(try note("LKB") == "a band of couplings explains the difference")
    #expect(
      try note("Berkeley")
        == "upper bound only: the mediator moves the moment away from the measured difference")
  }
}
