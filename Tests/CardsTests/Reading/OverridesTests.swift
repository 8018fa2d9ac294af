// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities
import Testing

@Suite("--set")
struct OverridesTests {
  static let card =
    Fixture.head + """
      exposure: [{name: "2018", electrons: {value: 1e10, source: X, certainty: quoted}}]
      detector:
        - {name: ecal, kind: calorimeter, at: 0 m, layers: 150, cells: [6, 6],
           absorber: {material: lead, thickness: 1.5 mm}}
      """

  static func read(_ overrides: String...) throws -> Card {
    let reading = Fixture.read(card, set: overrides)
    #expect(reading.findings.isEmpty)
    return try #require(reading.card)
  }

  @Test("paths lead through sections and through elements by name")
  func paths() throws {
    let card = try Self.read(
      "detector.ecal.layers=100", "detector.ecal.absorber.thickness = 2 mm",
      "detector.ecal.cells=[3, 4]", "beam.spot=2 cm")
    let ecal = card[Fixture.detector][0]
    #expect(ecal[Fixture.Calorimeter.layers] == 100)
    #expect(ecal[Fixture.Calorimeter.cells] == [3, 4])
    #expect(ecal[Fixture.Calorimeter.absorber][Fixture.Slab.thickness].mm == 2)
    #expect(card[Fixture.beam][Fixture.Beam.spot].cm == 2)
  }

  @Test("sections that the card leaves to their defaults can be set")
  func absentSections() throws {
    let card = try Self.read("model.production.annihilation=on", "statistics.cl=0.95")
    #expect(card[Fixture.model][Fixture.Model.production][Fixture.Production.annihilation])
    #expect(card[Fixture.statistics][Fixture.Statistics.cl] == 0.95)
  }

  @Test("the last of two options for one key counts")
  func lastCounts() throws {
    #expect(try Self.read("note=a", "note=b")[Fixture.note] == "b")
  }

  @Test("a value is taken as it is: YAML's marks mean nothing in it")
  func rawValues() throws {
    #expect(try Self.read("note=NA64: a # b, [c]")[Fixture.note] == "NA64: a # b, [c]")
    #expect(try Self.read("note=a=b")[Fixture.note] == "a=b")
    #expect(try Self.read("note='quoted '")[Fixture.note] == "quoted ")
    #expect(try Self.read("note=  spaced  ")[Fixture.note] == "spaced")
  }

  @Test(
    "a number set on the command line does not keep the card's source",
    arguments: ["exposure.2018.electrons=5e12", "exposure.2018.electrons.value=5e12"])
  func sourceIsDropped(option: String) throws {
    let electrons = try Self.read(option)[Fixture.exposure][0][Fixture.Period.electrons]
    let note = "set on the command line"
    #expect(electrons == Measured(Number(baseValue: 5e12), certainty: .assumed, note: note))
    #expect(electrons.needsMention)
    #expect(electrons.place?.source.name == "command line")
  }

  @Test("an error set on the command line makes the number assumed, its source stays")
  func errorIsSet() throws {
    let card = try Self.read("exposure.2018.electrons.error=1e9")
    let electrons = card[Fixture.exposure][0][Fixture.Period.electrons]
    #expect(electrons.error?.value == 1e9)
    #expect(electrons.source == "X")
    #expect(electrons.certainty == .assumed)
  }

  @Test("a number set with its certainty keeps what is said of it")
  func wholeNumberIsSet() throws {
    let card = try Self.read(
      "exposure.2018.electrons={value: 5e12, source: Y, certainty: quoted}")
    let electrons = card[Fixture.exposure][0][Fixture.Period.electrons]
    #expect(electrons == Measured(Number(baseValue: 5e12), source: "Y", certainty: .quoted))
  }

  @Test("options are laid over what a card inherits")
  func overInherited() throws {
    let reading = Fixture.read(
      "schema: 1\nkind: search\nname: c\nextends: p\n", set: ["detector.ecal.layers=7"],
      shelf: ["p": Self.card])
    let card = try #require(reading.card)
    #expect(card[Fixture.detector][0][Fixture.Calorimeter.layers] == 7)
  }

  @Test("setting the same twice changes nothing")
  func idempotent() throws {
    let once = try Self.read("detector.ecal.cells=[3, 4]", "scan.mass=1MeV..1GeV:6")
    let twice = try Self.read(
      "detector.ecal.cells=[3, 4]", "scan.mass=1MeV..1GeV:6", "detector.ecal.cells=[3, 4]",
      "scan.mass=1MeV..1GeV:6")
    #expect(CanonicalText.of(once) == CanonicalText.of(twice))
  }

  @Test("the third of three options is line three of the command line")
  func linesCount() {
    let reading = Fixture.read(Self.card, set: ["note=a", "note=b", "beam.spot=7"])
    #expect(
      FindingPrinter().text(for: reading.findings) == """
        command line:3:17: error: '7' has no unit (a length needs one)
            3 | --set beam.spot=7
              |                 ^
              = write for example '38.2 mm'; units that fit: fm, nm, um, mm, m, km, cm

        """)
  }
}
