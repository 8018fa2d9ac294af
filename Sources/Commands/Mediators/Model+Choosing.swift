// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector

extension Model {
  /// The form of an option that names a model.
  static let form = ValueForm<String>.text(
    "MODEL", "a model, by name, alias or the path of its card"
  ).completed(by: .lines(of: ["list", "models", "--names"]))

  /// Reads the card of a model that a user names.
  ///
  /// - Parameters:
  ///   - word: What the user wrote.
  ///   - place: Where it stands on the command line.
  ///   - assignments: The values of `--set`.
  ///   - library: The cards that ship.
  /// - Throws: If there is no such card, or it has errors.
  init(
    _ word: String, at place: Word.Place?, setting assignments: [Assignment],
    in library: CardLibrary
  ) throws {
    let kind = library.inventory.kind(ofCards: ModelKeys.kind.name)
    self.init(try library.card(word, kind: kind, at: place, setting: assignments))
  }
}
