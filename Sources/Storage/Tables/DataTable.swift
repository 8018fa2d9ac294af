// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// A table of numbers and names in a text file: comments, a line of column names, rows.
///
/// Lines that begin with `#` and empty ones are passed over; fields are separated by commas and hold
/// none. Every row remembers its line, so that a damaged one can be named.
package struct DataTable: Sendable {
  /// Larger files are refused unread.
  package static let mostBytes = 20_000_000

  /// The file as messages name it.
  package let file: String

  /// The names of the columns.
  package let columns: [String]

  /// The rows from top to bottom.
  package private(set) var rows: [TableRow] = []

  /// Reads a table from a file.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - columns: the names that the line of columns must have, in this order.
  /// - Throws: why the file cannot be read, or what is wrong in which line.
  package init(readingFrom path: String, columns: [String]) throws(TableError) {
    let bytes: [UInt8]
    do throws(StorageError) {
      bytes = try FileReader.read(path, atMost: Self.mostBytes)
    } catch {
      throw TableError(file: path, problem: "cannot read the table", reason: error.cause.reason)
    }
    try self.init(String(decoding: bytes, as: UTF8.self), file: path, columns: columns)
  }

  /// Reads a table from its text.
  package init(_ text: String, file: String, columns: [String]) throws(TableError) {
    self.file = file
    self.columns = columns
    var sawColumns = false
    var number = 0
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      guard let first = line.first(where: { !$0.isWhitespace }), first != "#" else { continue }
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(Self.trimmed)
      if sawColumns {
        try append(fields, line: number)
      } else {
        try Self.check(fields, against: columns, file: file, line: number)
        sawColumns = true
      }
    }
    guard !rows.isEmpty else {
      throw TableError(
        file: file, problem: "the table is empty",
        reason: sawColumns ? "no row follows the columns" : "it has no line of column names",
        suggestion: "the columns are: \(columns.joined(separator: ","))")
    }
  }

  private mutating func append(_ fields: [String], line: Int) throws(TableError) {
    guard fields.count == columns.count else {
      throw TableError(
        file: file, line: line, problem: "a row of \(fields.count) fields",
        reason: "there are \(columns.count) columns",
        suggestion: "leave a field empty between its commas, and write no comma in it")
    }
    rows.append(TableRow(file: file, line: line, columns: columns, fields: fields))
  }

  private static func check(
    _ fields: [String], against columns: [String], file: String, line: Int
  ) throws(TableError) {
    guard fields != columns else { return }
    throw TableError(
      file: file, line: line,
      problem: "unknown columns \(quoted(fields.joined(separator: ","), atMost: 200))",
      reason: "this table has others",
      suggestion: "the columns are: \(columns.joined(separator: ","))")
  }

  private static func trimmed(_ field: Substring) -> String {
    let start = field.firstIndex { !$0.isWhitespace } ?? field.endIndex
    let end = field.lastIndex { !$0.isWhitespace }.map(field.index(after:)) ?? start
    return String(field[start..<max(start, end)])
  }
}
