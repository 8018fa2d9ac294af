// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Storage

/// The elements from hydrogen to uranium, found by charge, symbol or name.
package struct ElementTable: Sendable {
  /// The elements in ascending order of charge.
  package let elements: [Element]

  private let indexByName: [String: Int]

  /// The name of the table below the folder of tables.
  package static let fileName = "elements.csv"

  private static let columns = [
    "z", "symbol", "name", "atomic_weight", "weight_kind", "mean_excitation_ev", "in_gas_ev",
    "in_condensed_ev", "nuclear_interaction_g_cm2",
  ]

  /// Reads the table that ships with the program.
  package init(from folder: DataFolder) throws(TableError) {
    try self.init(readingFrom: tablePath(Self.fileName, in: folder))
  }

  /// Reads a table of elements.
  ///
  /// - Parameter path: the file.
  /// - Throws: why it cannot be read, or what is wrong in which line.
  package init(readingFrom path: String) throws(TableError) {
    try self.init(DataTable(readingFrom: path, columns: Self.columns))
  }

  /// Reads a table of elements from its text.
  package init(_ text: String, file: String) throws(TableError) {
    try self.init(DataTable(text, file: file, columns: Self.columns))
  }

  private init(_ table: DataTable) throws(TableError) {
    let interactions = try InteractionInterpolation(table.rows)
    var elements: [Element] = []
    var indexByName: [String: Int] = [:]
    for row in table.rows {
      let element = try Self.element(row, interactions)
      guard element.z == elements.count + 1 else {
        throw row.fault("the charge \(element.z)", "the row belongs to \(elements.count + 1)")
      }
      for name in [element.symbol, element.name] where indexByName[name] != nil {
        throw row.fault("the name '\(name)' stands twice", "names are unique")
      }
      indexByName[element.symbol] = elements.count
      indexByName[element.name] = elements.count
      elements.append(element)
    }
    self.elements = elements
    self.indexByName = indexByName
  }

  /// All symbols and names.
  package var names: [String] { elements.flatMap { [$0.symbol, $0.name] } }

  /// The element of a symbol or name.
  ///
  /// - Throws: the nearest known name, if there is none of this.
  package func element(named name: String) throws(UnknownName) -> Element {
    guard let index = indexByName[name] else {
      throw UnknownName(name, kind: "element", among: names)
    }
    return elements[index]
  }

  /// The element of a charge; `nil` outside 1 to 92.
  package func element(z: Int) -> Element? {
    elements.indices.contains(z - 1) ? elements[z - 1] : nil
  }

  private static func element(
    _ row: TableRow, _ interactions: InteractionInterpolation
  ) throws(TableError) -> Element {
    let own = try row.positive("mean_excitation_ev")
    let weight = try row.positive("atomic_weight")
    let kind = try row.name("weight_kind")
    guard kind == "standard" || kind == "isotope" else {
      throw row.fault("the kind of weight '\(kind)'", "it is 'standard' or 'isotope'")
    }
    let inGas = row.text("in_gas_ev").isEmpty ? own : try row.positive("in_gas_ev")
    let inCondensed =
      row.text("in_condensed_ev").isEmpty
      ? condensedFactor * own : try row.positive("in_condensed_ev")
    let tabulated = try row.optionalNumber("nuclear_interaction_g_cm2")
    return Element(
      z: try row.integer("z"), symbol: try row.name("symbol"), name: try row.name("name"),
      atomicWeight: weight, meanExcitationEnergy: .gev(own * 1e-9),
      meanExcitationEnergyInGas: .gev(inGas * 1e-9),
      meanExcitationEnergyInCondensed: .gev(inCondensed * 1e-9),
      nuclearInteractionThickness: tabulated ?? interactions.thickness(atomicWeight: weight),
      hasTabulatedInteraction: tabulated != nil)
  }

  /// The mean excitation energy of a constituent of a liquid or solid over that of the element.
  ///
  /// For the elements that have no value of their own in compounds. It allows for the binding.
  ///
  /// - Source: ICRU:1984, section 5, constituents of compounds
  static let condensedFactor = 1.13
}
