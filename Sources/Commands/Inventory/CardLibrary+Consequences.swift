// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards

extension CardLibrary {
  /// What follows from a card, or why nothing does; nil for kinds of which nothing follows.
  func consequences(of card: Card) -> Result<[DerivedQuantity], any Error>? {
    guard let folder, let derivation = inventory.kind(ofCards: card.kind)?.derivation else {
      return nil
    }
    // The card as it is shown, with what it extends and with --set, is a card that stands alone.
    let text = YAMLPrinter(showsMeanings: false).text(for: card.written)
    let source = Source(name: card.name, bytes: Array(text.utf8))
    return Result { try derivation(source, folder) }
  }
}
