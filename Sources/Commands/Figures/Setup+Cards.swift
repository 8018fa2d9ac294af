// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Detectors
import Figures
import Matter
import Quantities
import Searches
import Storage

extension CardLibrary {
  /// The set-up that a card describes, to be drawn.
  ///
  /// - Parameters:
  ///   - card: A search, or a detector by itself.
  ///   - place: Where it is named on the command line.
  /// - Returns: What stands along the beam.
  /// - Throws: If cards of its kind describe none.
  func setup(of card: Card, at place: Word.Place?) throws -> Setup {
    guard let folder, [SearchKeys.kind.name, DetectorKeys.kind.name].contains(card.kind) else {
      throw UsageErrors(
        UsageError(
          "'\(card.name)' cannot be drawn",
          because: "a \(card.kind) stands nowhere along a beam",
          try: "draw a search or a detector", at: place))
    }
    let materials = try MaterialCatalogue(from: folder)
    if card.kind == SearchKeys.kind.name {
      let beam = card[SearchKeys.beam]
      return try Setup(
        DetectorAxis(card[SearchKeys.detector]), title: card.heading,
        beam: Self.inWords(beam), materials: materials)
    }
    let element = card[DetectorKeys.element]
    guard let kind = ElementKind.named(element.kind) else {
      return Setup(title: card.heading, beam: "", elements: [])
    }
    return Setup(
      title: card.heading, beam: "",
      elements: [try Setup.Element(card.name, kind, element.section, front: 0, materials)])
  }

  private static func inWords(_ beam: Section) -> String {
    let particle = beam[BeamKeys.particle]
    let charge = particle.last.map { $0 == "-" ? "\u{2212}" : $0 == "+" ? "+" : "" } ?? ""
    let names = ["mu": "\u{3BC}", "pi": "\u{3C0}", "gamma": "\u{3B3}"]
    let bare = charge.isEmpty ? particle : String(particle.dropLast())
    let symbol = names[bare] ?? bare
    let momentum = beam[BeamKeys.momentum].value
    return "<i>\(symbol)</i><sup>\(charge)</sup> \(momentum)"
  }
}

extension Card {
  /// The title, or the name where there is none.
  fileprivate var heading: String { title.isEmpty ? name : title }
}
