// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Storage

/// The cards that ship with the program: found by name, read from the data folder.
package struct CardLibrary: Sendable {
  /// A card of the library.
  struct Location: Hashable, Sendable {
    /// The kind, in the plural.
    let kind: String
    /// The name.
    let name: String
    /// The file.
    let path: String
  }

  private static let ending = ".yaml"

  let inventory: Inventory
  /// Where the cards and tables are; nil where there is no such folder.
  let folder: DataFolder?

  /// A library.
  ///
  /// - Parameters:
  ///   - inventory: The kinds of cards.
  ///   - folder: Where they are; without one the library is empty.
  init(_ inventory: Inventory, in folder: DataFolder?) {
    self.inventory = inventory
    self.folder = folder
  }

  /// The library of a command.
  ///
  /// Cards of the user need no data folder, so that one which is merely not found is no failure.
  ///
  /// - Parameters:
  ///   - inventory: The kinds of cards.
  ///   - surroundings: The scene of the command.
  ///   - named: The value of `--data`.
  /// - Throws: If the user names a folder that is none.
  init(
    _ inventory: Inventory, for surroundings: Surroundings, named: String?
  ) throws(DataFolderError) {
    do throws(DataFolderError) {
      self.init(inventory, in: try surroundings.dataFolder(named: named))
    } catch {
      let isNamed = error.tried.contains { $0.rule == .option || $0.rule == .environment }
      if isNamed { throw error }
      self.init(inventory, in: nil)
    }
  }

  /// The names of the members of a kind, sorted.
  func names(of kind: Inventory.Kind) throws(StorageError) -> [String] {
    switch kind.members {
    case .built(let entries): entries.map(\.name)
    case .cards: try locations(of: kind).map(\.name)
    }
  }

  /// The members of a kind with their other names and titles.
  func entries(of kind: Inventory.Kind) throws(StorageError) -> [Inventory.Entry] {
    switch kind.members {
    case .built(let entries): return entries
    case .cards:
      var entries: [Inventory.Entry] = []
      for location in try locations(of: kind) { entries.append(try entry(at: location)) }
      return entries
    }
  }

  /// All cards, or those of one kind.
  func locations(of kind: Inventory.Kind? = nil) throws(StorageError) -> [Location] {
    guard let folder else { return [] }
    var locations: [Location] = []
    for candidate in kind.map({ [$0] }) ?? inventory.kinds {
      guard case .cards(let place) = candidate.members else { continue }
      // Sorted without the ending, which sorts behind a dash.
      let names = try folder.names(of: place).filter { $0.hasSuffix(Self.ending) }
        .map { String($0.dropLast(Self.ending.count)) }.sorted()
      for name in names {
        let file = name + Self.ending
        locations.append(
          Location(kind: candidate.name, name: name, path: try folder.file(file, of: place)))
      }
    }
    return locations
  }

  /// Reads a card and those it refers to.
  ///
  /// - Parameters:
  ///   - path: The file of the card.
  ///   - kind: The kind that it must be of, in the singular, if only one will do.
  ///   - assignments: The values of `--set`.
  /// - Returns: The card, if it is sound, and all findings.
  /// - Throws: Why the file cannot be read.
  func read(
    _ path: String, as kind: String? = nil, setting assignments: [Assignment]
  ) throws(StorageError) -> CardReader.Reading {
    let reader = CardReader(kinds: inventory.cardKinds, shelf: shelf)
    let overrides = Overrides(assignments.map { "\($0.path)=\($0.value)" })
    return reader.read(try Self.source(path), as: kind, overrides: overrides)
  }

  /// A card that a command cannot do without, by name or path.
  ///
  /// - Parameters:
  ///   - word: What the user wrote.
  ///   - kind: The kind that it must be of, if only one will do.
  ///   - place: Where the word stands on the command line.
  ///   - assignments: The values of `--set`.
  /// - Returns: The card.
  /// - Throws: If there is no such card, or it cannot be read, or it has errors.
  func card(
    _ word: String, kind: Inventory.Kind? = nil, at place: Word.Place?,
    setting assignments: [Assignment] = []
  ) throws -> Card {
    let path = try path(of: word, kind: kind, at: place)
    let reading: CardReader.Reading
    do throws(StorageError) {
      reading = try read(path, as: kind?.singular, setting: assignments)
    } catch {
      throw UnreadableCard(error: error)
    }
    guard let card = reading.card else { throw CardRefusal(findings: reading.findings) }
    return card
  }

  /// Where the cards that a card names are found.
  private var shelf: CardShelf {
    CardShelf(
      names: { singular in
        guard folder != nil, let kind = inventory.kind(ofCards: singular),
          let directory = try? directory(of: kind)
        else { return nil }
        return directory.words
      },
      find: { address throws(CardShelf.Unreadable) in
        do throws(StorageError) {
          switch address {
          case .path(let path): return try Self.source(path)
          case .name(let name, let singular):
            guard let kind = inventory.kind(ofCards: singular),
              let location = try directory(of: kind).matches(name).first
            else { return nil }
            return try Self.source(location.path)
          }
        } catch {
          if error.cause == .missing { return nil }
          throw CardShelf.Unreadable(reason: error.cause.reason)
        }
      })
  }

  /// The names and aliases of all cards, or those of one kind.
  func directory(of kind: Inventory.Kind? = nil) throws(StorageError) -> CardDirectory {
    var directory = CardDirectory()
    for location in try locations(of: kind) {
      // A card that cannot be read has no aliases; whoever reads it is told why.
      let aliases = (try? entry(at: location))?.aliases ?? []
      directory.add(location, aliases: aliases)
    }
    return directory
  }

  private static func source(_ path: String) throws(StorageError) -> Source {
    Source(name: path, bytes: try FileReader.read(path, atMost: Source.mostBytes))
  }

  /// What a card says of itself in its first lines.
  ///
  /// Only its tree is read: a list is no place for findings, and need not wait for checks.
  private func entry(at location: Location) throws(StorageError) -> Inventory.Entry {
    var findings = Findings()
    guard let tree = TreeReader.read(try Self.source(location.path), into: &findings) else {
      return Inventory.Entry(
        location.name, title: "damaged: 'lacuna check \(location.name)' says where")
    }
    let aliases = tree.value(of: Self.aliases)?.items?.compactMap { $0.scalar?.text } ?? []
    return Inventory.Entry(
      location.name, aliases: aliases,
      title: tree.value(of: CardHeader.title.name)?.scalar?.text ?? "")
  }

  /// The key under which cards of every kind list their other names.
  static let aliases = "aliases"
}
