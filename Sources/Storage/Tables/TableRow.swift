// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// One row of a table; its fields are read by the names of their columns.
package struct TableRow: Sendable {
  /// The file.
  package let file: String
  /// The line, counted from 1.
  package let line: Int

  private let columns: [String]
  private let fields: [String]

  /// Takes the fields of a line, one for each column.
  init(file: String, line: Int, columns: [String], fields: [String]) {
    self.file = file
    self.line = line
    self.columns = columns
    self.fields = fields
  }

  /// The text of a field, which may be empty.
  ///
  /// - Precondition: the table was read with this column.
  package func text(_ column: String) -> String {
    let index = columns.firstIndex(of: column)
    precondition(index != nil, "the table has no column '\(column)'")
    return index.map { fields[$0] } ?? ""
  }

  /// The words of a field, which are separated by spaces.
  package func words(_ column: String) -> [String] {
    text(column).split(separator: " ").map(String.init)
  }

  /// The text of a field that may not be empty.
  package func name(_ column: String) throws(TableError) -> String {
    let text = text(column)
    guard text.isEmpty else { return text }
    throw fault("no '\(column)'", "the field is empty")
  }

  /// A number.
  package func number(_ column: String) throws(TableError) -> Double {
    try parse(column, PlainNumber.parse)
  }

  /// A number that may be left out.
  package func optionalNumber(_ column: String) throws(TableError) -> Double? {
    text(column).isEmpty ? nil : try number(column)
  }

  /// A whole number.
  package func integer(_ column: String) throws(TableError) -> Int {
    try parse(column, PlainNumber.parseInteger)
  }

  /// A number that is not below zero.
  package func nonNegative(_ column: String) throws(TableError) -> Double {
    let value = try number(column)
    guard value < 0 else { return value }
    throw fault("'\(column)' is \(value)", "it cannot be below 0")
  }

  /// A number above zero.
  package func positive(_ column: String) throws(TableError) -> Double {
    let value = try number(column)
    guard value <= 0 else { return value }
    throw fault("'\(column)' is \(value)", "it must be above 0")
  }

  /// Makes an error about this row.
  package func fault(
    _ problem: String, _ reason: String, suggestion: String = ""
  ) -> TableError {
    TableError(file: file, line: line, problem: problem, reason: reason, suggestion: suggestion)
  }

  private func parse<Value>(
    _ column: String, _ parser: (String) throws(QuantityError) -> Value
  ) throws(TableError) -> Value {
    do throws(QuantityError) {
      return try parser(name(orRefuse: column))
    } catch {
      throw fault("'\(column)': \(error.problem)", error.reason, suggestion: error.suggestion)
    }
  }

  private func name(orRefuse column: String) throws(QuantityError) -> String {
    let text = text(column)
    guard text.isEmpty else { return text }
    throw QuantityError(problem: "no number", reason: "the field is empty", extent: 0..<0)
  }
}
