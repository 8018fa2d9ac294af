// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Matter
import Storage

extension CardLibrary {
  /// A material that a user names, with the text of its card.
  ///
  /// - Parameters:
  ///   - word: What the user wrote: a name, an alias or a path.
  ///   - place: Where it stands on the command line.
  ///   - assignments: The values of `--set`.
  ///   - data: The folder of the data.
  /// - Returns: The material, and its card with every default filled in.
  /// - Throws: If there is no such card, or it has errors.
  func material(
    _ word: String, at place: Word.Place?, setting assignments: [Assignment], from data: DataFolder
  ) throws -> (material: Material, card: String) {
    let kind = inventory.kind(ofCards: MaterialKeys.kind.name)
    let card = try card(word, kind: kind, at: place, setting: assignments)
    let text = YAMLPrinter(showsMeanings: false).text(for: card.written)
    return (try Material(card: Source(name: card.name, bytes: Array(text.utf8)), data), text)
  }
}

extension Material {
  /// The material of a sound card that stands alone.
  init(card: Source, _ folder: DataFolder) throws {
    let catalogue = try MaterialCatalogue(from: folder, and: [card])
    // The card that was given comes first.
    self = try catalogue.material(named: catalogue.cardNames.first ?? card.name)
  }
}
