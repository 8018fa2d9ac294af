// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities

/// Makes the materials of many cards, each once, the parts of a mixture before the mixture.
struct MaterialAssembly {
  /// A card and what came of it.
  struct Entry: Sendable {
    /// The name of the card; that of its file if the card cannot be read.
    let name: String
    /// The card; `nil` if it has errors.
    let card: Card?
    /// The material; `nil` if it cannot be made.
    var material: Material?
    /// What was found.
    var findings: Findings
  }

  /// The cards in the order in which they were given.
  private(set) var entries: [Entry]

  /// The places of names and aliases in `entries`.
  let indexByName: [String: Int]

  private let elements: ElementTable
  private var isAssembled: [Bool]

  /// Reads cards without making materials of them.
  init(elements: ElementTable, cards: [Source]) {
    let stems = cards.map { Self.stem(of: $0.name) }
    let sources = Dictionary(zip(stems, cards), uniquingKeysWith: { first, _ in first })
    let shelf = CardShelf(
      names: { _ in stems },
      find: { address throws(CardShelf.Unreadable) in
        guard case .name(let name, MaterialKeys.kind.name) = address else { return nil }
        return sources[name]
      })
    let reader = CardReader(kinds: [MaterialKeys.kind], shelf: shelf)
    let entries = zip(stems, cards).map { stem, source in
      let reading = reader.read(source, as: MaterialKeys.kind.name)
      return Entry(
        name: reading.card?.name ?? stem, card: reading.card, material: nil,
        findings: reading.findings)
    }
    var indexByName: [String: Int] = [:]
    // Names of cards go before aliases, whoever's they are.
    for (index, entry) in entries.enumerated() where indexByName[entry.name] == nil {
      indexByName[entry.name] = index
    }
    for (index, entry) in entries.enumerated() {
      for alias in entry.card?[MaterialKeys.aliases] ?? [] where indexByName[alias] == nil {
        indexByName[alias] = index
      }
    }
    self.elements = elements
    self.entries = entries
    self.indexByName = indexByName
    isAssembled = entries.map { _ in false }
  }

  /// Makes all materials.
  mutating func assemble() {
    for index in entries.indices { assemble(index, inside: []) }
  }

  private mutating func assemble(_ index: Int, inside chain: [Int]) {
    guard !isAssembled[index], let card = entries[index].card else { return }
    var parts: [String: MaterialBuilder.Part] = [:]
    for share in card[MaterialKeys.mixture]?[MixtureKeys.parts] ?? [] {
      parts[share.name] = part(share, at: card.root.place, inside: chain + [index])
    }
    var builder = MaterialBuilder(elements: elements, parts: parts)
    entries[index].material = builder.build(card)
    entries[index].findings.append(contentsOf: builder.findings)
    isAssembled[index] = true
  }

  private mutating func part(
    _ share: Named<Fraction>, at place: Place, inside chain: [Int]
  ) -> MaterialBuilder.Part {
    let place = share.place ?? place
    guard let index = indexByName[share.name] else {
      let unknown = UnknownName(share.name, kind: "material", among: indexByName.keys.sorted())
      return .failure(FoundFault(unknown.finding(at: place)))
    }
    if let start = chain.firstIndex(of: index) {
      let circle = (chain[start...] + [index]).map { entries[$0].name }.joined(separator: " -> ")
      return .failure(
        FoundFault(
          .error(
            "materials are parts of one another (\(circle))", at: place,
            suggestion: "write one of them by its elements")))
    }
    assemble(index, inside: chain)
    if let material = entries[index].material { return .success(material) }
    let notes = entries[index].findings.kept.filter { $0.severity == .error }.prefix(1).map {
      Finding.Note($0.message, at: $0.place)
    }
    return .failure(
      FoundFault(
        .error(
          "the part '\(share.name)' cannot be used (its card has errors)", at: place,
          notes: Array(notes))))
  }

  /// The name of a file without folder and ending, under which its card is found.
  private static func stem(of path: String) -> String {
    let file = path.split(separator: "/").last ?? ""
    return String(file.split(separator: ".").first ?? file)
  }
}

extension UnknownName {
  /// The finding that says so at a place of a card.
  func finding(at place: Place) -> Finding {
    .error(
      "no \(kind) is named \(quoted(name)) (\(known == 1 ? "1 name is" : "\(known) names are") known)",
      at: place,
      suggestion: nearest.map { "did you mean '\($0)'?" } ?? "")
  }
}
