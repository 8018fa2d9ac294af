// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities
import Storage

/// All materials, found by name or alias.
///
///     let catalogue = try MaterialCatalogue(from: folder)
///     let lead = try catalogue.material(named: "Pb")
///
/// Cards of a user join those that ship with the program, and mixtures may name both.
package struct MaterialCatalogue: Sendable {
  /// The elements that compositions are made of.
  package let elements: ElementTable

  private let entries: [MaterialAssembly.Entry]
  private let indexByName: [String: Int]

  /// Reads all cards of materials below the folder of data.
  ///
  /// - Parameters:
  ///   - folder: the folder.
  ///   - more: further cards, such as a user's own; they are found before those of the folder.
  /// - Throws: why the elements or a card cannot be read.
  package init(from folder: DataFolder, and more: [Source] = []) throws(TableError) {
    let elements = try ElementTable(from: folder)
    var sources = more
    do throws(StorageError) {
      for name in try folder.names(of: .materials) where name.hasSuffix(".yaml") {
        let path = try folder.file(name, of: .materials)
        sources.append(
          Source(name: path, bytes: try FileReader.read(path, atMost: Source.mostBytes)))
      }
    } catch {
      throw TableError(
        file: error.path, problem: "cannot read the card", reason: error.cause.reason)
    }
    self.init(elements: elements, cards: sources)
  }

  /// Reads cards of materials.
  ///
  /// - Parameters:
  ///   - elements: the elements.
  ///   - cards: the texts; where two have one name, the first is found.
  package init(elements: ElementTable, cards: [Source]) {
    self.elements = elements
    var assembly = MaterialAssembly(elements: elements, cards: cards)
    assembly.assemble()
    entries = assembly.entries
    indexByName = assembly.indexByName
  }

  /// The names of the cards in the order in which they were given; those of the folder are sorted.
  package var cardNames: [String] { entries.map(\.name) }

  /// All names and aliases, sorted.
  package var names: [String] { indexByName.keys.sorted() }

  /// The material of a name or alias.
  ///
  /// - Throws: the nearest known name, or what is wrong with its card.
  package func material(named name: String) throws(MaterialError) -> Material {
    guard let index = indexByName[name] else {
      throw .unknown(UnknownName(name, kind: "material", among: names))
    }
    guard let material = entries[index].material else {
      throw .unsound(name: name, entries[index].findings)
    }
    return material
  }

  /// What was found in the card of a name or alias: errors if it cannot be used, warnings if it can.
  package func findings(named name: String) -> Findings {
    indexByName[name].map { entries[$0].findings } ?? Findings()
  }

  /// The card of a name or alias; `nil` if there is none or it cannot be used.
  package func card(named name: String) -> Card? {
    indexByName[name].flatMap { entries[$0].card }
  }
}
