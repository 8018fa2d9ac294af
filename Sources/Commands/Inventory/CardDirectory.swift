// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// The names and aliases under which cards are found.
///
/// A name goes before an alias, whoever's that is: no card can take the name of another.
struct CardDirectory: Sendable {
  /// A card and its other names.
  private struct Listing: Sendable {
    let location: CardLibrary.Location
    let aliases: [String]
  }

  private var listings: [Listing] = []

  /// An empty directory.
  init() {}

  /// Adds a card.
  mutating func add(_ location: CardLibrary.Location, aliases: [String]) {
    listings.append(Listing(location: location, aliases: aliases))
  }

  /// How many cards there are.
  var count: Int { listings.count }

  /// All names, then all aliases, in the order of the cards.
  var words: [String] { listings.map(\.location.name) + listings.flatMap(\.aliases) }

  /// The cards of a name; without one, those that have it as an alias.
  func matches(_ word: String) -> [CardLibrary.Location] {
    let named = listings.filter { $0.location.name == word }
    let found = named.isEmpty ? listings.filter { $0.aliases.contains(word) } : named
    return found.map(\.location)
  }
}
