// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Detectors
import Foundation
import Quantities
import Searches
import Testing

@Suite("The card of a search")
struct SearchKeysTests {
  @Test("a sound card is read with its defaults")
  func sound() throws {
    let reading = SearchFixture.read(SearchFixture.sound)
    #expect(FindingPrinter().text(for: reading.findings) == "")
    let card = try #require(reading.card)
    #expect(card[SearchKeys.beam][BeamKeys.momentum].value == .gev(100))
    #expect(card[SearchKeys.beam][BeamKeys.spread] == .zero)
    #expect(card[SearchKeys.statistics][StatisticsKeys.level] == .percent(90))
    #expect(card[SearchKeys.model][SignalKeys.production][ProductionKeys.annihilation] == false)
    #expect(card[SearchKeys.scan][ScanKeys.mass].count == 60)
    let ecal = DetectorAxis(card[SearchKeys.detector]).stations[0]
    #expect(ecal.back == .cm(45))
  }

  @Test(
    "the examples that ship are sound", arguments: ["invisible-search.yaml", "projection.yaml"])
  func examples(_ name: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Examples/\(name)")
    let text = try String(contentsOf: file, encoding: .utf8)
    let reading = SearchFixture.read(text, named: name)
    #expect(FindingPrinter().text(for: reading.findings) == "")
    #expect(reading.card != nil)
  }

  @Test("five mistakes are reported together, each with its place")
  func fiveMistakes() {
    let spoiled = SearchFixture.sound
      .replacing("momentum: 100 GeV", with: "momentum: 100")
      .replacing("particle: e-", with: "partcle: e-")
      .replacing("layers: 150", with: "layers: many")
      .replacing("ecal.energy < 50 GeV", with: "ecal.enrgy < 50 GeV")
      .replacing("mediator: dark-photon", with: "mediator: dark-foton")
    #expect(SearchFixture.findings(spoiled) == fiveMistakesText)
  }

  @Test("elements that stand inside one another are found")
  func overlap() {
    let spoiled = SearchFixture.sound.replacing("at: 0.5 m", with: "at: 40 cm")
    #expect(SearchFixture.findings(spoiled) == overlapText)
  }

  @Test("a cut on what nothing measures, or in the wrong unit, is found")
  func cuts() {
    func message(_ cut: String) -> String? {
      let spoiled = SearchFixture.sound.replacing("ecal.energy < 50 GeV", with: cut)
      return SearchFixture.read(spoiled).findings.kept.first?.message
    }
    #expect(
      message("hcal.energy < 1 GeV")
        == "unknown observable 'hcal.energy' (no element is named 'hcal')")
    #expect(
      message("ecal.charge < 1 GeV")
        == "unknown observable 'ecal.charge' (not measured by a sampling-calorimeter)")
    #expect(message("ecal.energy < 50 mm") == "'50 mm' is a length (an energy is wanted)")
    #expect(message("ecal.energy < 50 GeV and veto.energy < 5 MeV") == nil)
  }

  @Test("a background error above 100%, or a background without its source, is found")
  func backgrounds() {
    let large = SearchFixture.sound.replacing("error: 0.16", with: "error: 16")
    #expect(
      SearchFixture.read(large).findings.kept.map(\.message)
        == ["a background error of more than 100% (16 of 0.43 events)"])
    let unsourced = SearchFixture.sound.replacing("status: assumed", with: "status: sourced")
    #expect(
      SearchFixture.read(unsourced).findings.kept.map(\.message)
        == ["a sourced background without its source (the key 'source' is missing)"])
  }

  @Test("a search without exposure is refused")
  func noExposure() {
    let spoiled = SearchFixture.sound.replacing(
      "exposure:\n  - {name: \"2018\", electrons: 1.87e11}\n", with: "exposure: []\n")
    #expect(
      SearchFixture.read(spoiled).findings.kept.map(\.message)
        == ["no run period (a search needs an exposure)"])
  }
}

private let fiveMistakesText = """
  """

private let overlapText = """
  """
