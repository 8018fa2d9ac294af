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
      .replacing("1MeV..1GeV:60", with: "1GeV..1MeV:60")
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

  @Test("a search for missing energy without a ceiling on the energy of its calorimeter is refused")
  func noBox() {
    func messages(_ text: String) -> [String] {
      SearchFixture.read(text).findings.kept.map(\.message)
    }
    let open = SearchFixture.sound.replacing("ecal.energy < 50 GeV", with: "ecal.energy > 5 GeV")
    #expect(
      messages(open)
        == ["no ceiling on the energy of 'ecal' (a search for missing energy needs one)"])
    #expect(messages(open.replacing("decay: invisible", with: "decay: visible")).isEmpty)
  }

  @Test("a cut on what no run computes is found")
  func notSimulated() {
    let tracked = SearchFixture.sound
      .replacing(
        "detector:\n",
        with: "detector:\n"
          + "  - {name: front, kind: tracker, at: -2 m, length: 1 m}\n"
          + "  - {name: back, kind: tracker, at: 2 m, length: 1 m}\n")
    func messages(_ name: String) -> [String] {
      let cut = "ecal.energy < 50 GeV and \(name).momentum > 90 GeV"
      return SearchFixture.read(tracked.replacing("ecal.energy < 50 GeV", with: cut))
        .findings.kept.map(\.message)
    }
    #expect(messages("front").isEmpty)
    #expect(messages("back") == ["a cut on 'back.momentum' (it is not simulated)"])
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
  sketch.yaml:4:8: error: unknown key 'partcle' (not a key of 'beam')
      4 | beam: {partcle: e-, momentum: 100, spot: 1 cm}
        |        ^~~~~~~
        = did you mean 'particle'?
  sketch.yaml:4:31: error: '100' has no unit (a momentum needs one)
      4 | beam: {partcle: e-, momentum: 100, spot: 1 cm}
        |                               ^~~
        = write for example '100 GeV/c'; units that fit: eV/c, keV/c, MeV/c, GeV/c, TeV/c
  sketch.yaml:8:63: error: 'many' is not a whole number (it does not begin with a number)
      8 |   - {name: ecal, kind: sampling-calorimeter, at: 0 m, layers: many,
        |                                                               ^~~~
        = write for example '200' or '1e6'
  sketch.yaml:16:19: error: no model is named 'dark-foton' (1 name is known)
     16 | model: {mediator: dark-foton, decay: invisible}
        |                   ^~~~~~~~~~
        = did you mean 'dark-photon'?
  sketch.yaml:17:14: error: the range '1GeV..1MeV:60' is empty (1 GeV is not below 1 MeV)
     17 | scan: {mass: 1GeV..1MeV:60}
        |              ^~~~~~~~~~~~~
        = write the lower end first

  """

private let overlapText = """
  sketch.yaml:11:37: error: 'veto' begins inside 'ecal' (which ends at 450 mm)
     11 |   - {name: veto, kind: counter, at: 40 cm, material: polystyrene, thickness: 5 cm}
        |                                     ^~~~~
        = move it to 450 mm or beyond
  sketch.yaml:8:50: note: 'ecal' begins here
      8 |   - {name: ecal, kind: sampling-calorimeter, at: 0 m, layers: 150,
        |                                                  ^~~

  """
