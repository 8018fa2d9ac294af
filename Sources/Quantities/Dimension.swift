// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A kind of physical quantity, such as energy or length.
///
/// A dimension is a name space without instances. ``Quantity`` carries it as a phantom type, so that
/// a length cannot be handed over where an energy belongs.
public protocol Dimension: Sendable {
  /// The units of the dimension, with its name and an example.
  static var table: UnitTable { get }
}

/// What messages and readers know about one dimension.
public struct UnitTable: Sendable {
  /// The name in running text, such as `energy`.
  public let name: String

  /// The name with its article, such as `an energy`.
  public let indefiniteName: String

  /// An example as a user would write it, such as `100 GeV`.
  public let example: String

  /// The units that fit, those of everyday use first; their powers refer to the base unit.
  public let units: [MeasuringUnit]

  /// Makes the table of one dimension.
  init(_ name: String, article: String, example: String, units: [MeasuringUnit]) {
    self.name = name
    self.indefiniteName = "\(article) \(name)"
    self.example = example
    self.units = units
  }
}

extension Dimension {
  /// The name in running text, such as `energy`.
  public static var name: String { table.name }

  /// The name with its article, such as `an energy`.
  public static var indefiniteName: String { table.indefiniteName }

  /// An example as a user would write it, such as `100 GeV`.
  public static var example: String { table.example }

  /// The symbols that messages and references list.
  public static var unitSymbols: [String] { table.units.filter(\.isListed).map(\.symbol) }

  /// True where a bare number is complete, as for counts and fractions.
  public static var acceptsBareNumber: Bool { table.units.contains { $0.symbol.isEmpty } }

  /// Finds a unit by one of its spellings; `nil` if none is written exactly so.
  static func unit(spelled text: String) -> MeasuringUnit? {
    table.units.first { $0.spellings.contains(text) }
  }
}
