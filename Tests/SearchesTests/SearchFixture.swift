// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Foundation
import Searches
import Testing

/// Cards of searches as tests write them: a sound one, and spoiled copies of it.
enum SearchFixture {
  /// A small search in which nothing is wrong.
  static let sound = """
    schema: 1
    kind: search
    name: sketch
    beam: {particle: e-, momentum: 100 GeV, spot: 1 cm}
    exposure:
      - {name: "2018", electrons: 1.87e11}
    detector:
      - {name: ecal, kind: sampling-calorimeter, at: 0 m, layers: 150,
         absorber: {material: lead, thickness: 1.5 mm},
         active: {material: polystyrene, thickness: 1.5 mm}}
      - {name: veto, kind: counter, at: 0.5 m, material: polystyrene, thickness: 5 cm}
    selection:
      - {name: missing-energy, cut: ecal.energy < 50 GeV}
    backgrounds:
      - {name: beam-line, events: 0.43, error: 0.16, status: assumed}
    model: {mediator: dark-photon, decay: invisible}
    scan: {mass: 1MeV..1GeV:60}

    """

  /// Reads a card with a shelf of two materials and one model.
  static func read(_ text: String, named name: String = "sketch.yaml") -> CardReader.Reading {
    let shelf = CardShelf(
      names: { $0 == "material" ? ["lead", "iron", "polystyrene"] : ["dark-photon"] },
      find: { address throws(CardShelf.Unreadable) in
        guard case .path(let path) = address else { return nil }
        let file = URL(filePath: #filePath).deletingLastPathComponent()
          .appending(path: "../../Examples/\(path)")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return nil }
        return Source(name: path, text: text)
      })
    return CardReader(kinds: [SearchKeys.kind], shelf: shelf)
      .read(Source(name: name, text: text), as: "search")
  }

  /// The findings of a card as they are printed.
  static func findings(_ text: String) -> String {
    FindingPrinter().text(for: read(text).findings)
  }
}
