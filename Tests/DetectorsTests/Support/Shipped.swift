// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Detectors
import Foundation
import Matter
import Storage
import Testing

/// What ships with the program, for tests.
enum Shipped {
  static let data = DataFolder(
    path: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Data").path(),
    rule: .option)

  static let materials = Result { try MaterialCatalogue(from: data) }

  /// The card of a detector that ships.
  static func source(_ name: String) throws -> Source {
    let path = try data.file(name + ".yaml", of: .detectors)
    return Source(name: path, bytes: try FileReader.read(path, atMost: 100_000))
  }

  /// The calorimeter of a card that ships.
  static func calorimeter(_ name: String) throws -> SamplingCalorimeter {
    let reading = CardReader(kinds: [DetectorKeys.kind]).read(try source(name))
    let card = try #require(reading.card, "\(FindingPrinter().text(for: reading.findings))")
    return try SamplingCalorimeter(card[DetectorKeys.element].section, from: materials.get())
  }

  private static let detector = Key("detector", ElementKind.notation, meaning: "the elements")

  private static let stand = CardKind(
    Form("stand", meaning: "a list of elements", keys: [detector]))

  /// Reads a list of elements, which may start from the cards that ship.
  static func reading(_ elements: String) -> CardReader.Reading {
    let shelf = CardShelf(
      names: { $0 == "detector" ? ["na64-ecal", "na64-hcal", "na64-wcal"] : nil },
      find: { address throws(CardShelf.Unreadable) in
        guard case .name(let name, "detector") = address else { return nil }
        return try? source(name)
      })
    let text = "schema: 1\nkind: stand\nname: s\ndetector:\n" + elements
    return CardReader(kinds: [stand], shelf: shelf).read(Source(name: "s.yaml", text: text))
  }

  /// The axis of a list of elements without faults.
  static func axis(_ elements: String) throws -> DetectorAxis {
    let reading = reading(elements)
    let card = try #require(reading.card, "\(FindingPrinter().text(for: reading.findings))")
    return DetectorAxis(card[detector])
  }

  /// The calorimeters of NA64 with its veto between them.
  static let na64 = """
    - {name: ecal, extends: na64-ecal, at: 0 m}
    - {name: veto, kind: counter, at: 0.5 m, material: polystyrene, thickness: 5 cm, width: 60 cm}
    - {name: hcal, extends: na64-hcal, at: 0.6 m}

    """
}
