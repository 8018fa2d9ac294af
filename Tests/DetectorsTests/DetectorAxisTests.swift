// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Detectors
import Quantities
import Testing

@Suite("Elements along the beam")
struct DetectorAxisTests {
  private static let kind = CardKind(
    Form(
      "stand", meaning: "a list of elements",
      keys: [Key("detector", ElementKind.notation, meaning: "the elements")]))

  private static let detector = Key("detector", ElementKind.notation, meaning: "the elements")

  private func axis(_ elements: String) throws -> DetectorAxis {
    let text = "schema: 1\nkind: stand\nname: s\ndetector:\n" + elements
    let reading = CardReader(kinds: [Self.kind]).read(Source(name: "s.yaml", text: text))
    let card = try #require(reading.card, "\(FindingPrinter().text(for: reading.findings))")
    return DetectorAxis(card[Self.detector])
  }

  @Test("every kind of element knows its length")
  func lengths() throws {
    let axis = try axis(
      """
      - {name: t, kind: tracker, at: -9 m, length: 1 m}
      - {name: d, kind: dipole, at: -8 m, length: 2 m, field: 1.75 T}
      - {name: s, kind: synchrotron-tag, at: -5 m, thickness: 20 cm}
      - {name: b, kind: block, at: -1 m, material: lead, thickness: 30 cm}
      - {name: c, kind: sampling-calorimeter, at: 0 m, layers: 150,
         absorber: {material: lead, thickness: 1.5 mm},
         active: {material: polystyrene, thickness: 1.5 mm}}
      - {name: v, kind: counter, at: 1 m, material: polystyrene, thickness: 5 cm}
      - {name: w, kind: decay-volume, at: 2 m, length: 3 m}

      """)
    #expect(
      axis.stations.map(\.length) == [
        .m(1), .m(2), .cm(20), .cm(30), .cm(45), .cm(5), .m(3),
      ])
    #expect(axis.stations.count == ElementKind.all.count)
    #expect(axis.overlaps.isEmpty)
  }

  @Test("elements are ordered along the beam, however the card lists them")
  func order() throws {
    let axis = try axis(
      """
      - {name: behind, kind: block, at: 1 m, material: lead, thickness: 1 mm}
      - {name: before, kind: block, at: -1 m, material: lead, thickness: 1 mm}

      """)
    #expect(axis.stations.map(\.element.name) == ["before", "behind"])
  }

  @Test("elements may touch but not overlap")
  func touching() throws {
    func overlaps(at position: String) throws -> Int {
      try axis(
        """
        - {name: a, kind: block, at: 0 m, material: lead, thickness: 0.3 m}
        - {name: b, kind: block, at: \(position), material: lead, thickness: 0.1 m}

        """
      ).overlaps.count
    }
    #expect(try overlaps(at: "0.3 m") == 0)
    #expect(try overlaps(at: "0.2999 m") == 1)
    #expect(try overlaps(at: "0 m") == 1)
  }
}
