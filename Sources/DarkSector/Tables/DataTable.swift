// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Storage

/// A table of a data file: comma-separated columns with a header, after comments that begin with #.
///
/// Fields are bare: no quotes, no commas inside. Every fault names file and line.
package struct DataTable: Sendable {
  /// One line of numbers and names.
  package struct Row: Sendable {
    /// The line in the file, from 1.
    package let line: Int
    fileprivate let file: String
    fileprivate let fields: [String: String]

    /// The text in a column.
    package func text(_ column: String) throws(DataTableError) -> String {
      guard let text = fields[column] else {
        throw DataTableError(file, line: line, "no column '\(column)'", "the header lacks it")
      }
      return text
    }

    /// The number in a column.
    package func number(_ column: String) throws(DataTableError) -> Double {
      let text = try text(column)
      do throws(QuantityError) {
        return try PlainNumber.parse(text)
      } catch {
        throw DataTableError(
          file, line: line, "no number in column '\(column)'", "\(error.problem): \(error.reason)")
      }
    }
  }

  /// The rows in their order.
  package let rows: [Row]

  /// Reads a file that ships with the program.
  ///
  /// - Parameters:
  ///   - name: the name of the file.
  ///   - kind: the folder that it lies in.
  ///   - data: the data of the program.
  package init(
    _ name: String, of kind: DataFolder.Kind, in data: DataFolder
  ) throws(DataTableError) {
    let path: String
    let bytes: [UInt8]
    do throws(StorageError) {
      path = try data.file(name, of: kind)
      bytes = try FileReader.read(path, atMost: 10_000_000)
    } catch {
      throw DataTableError(name, line: nil, "cannot read the table", error.description)
    }
    try self.init(text: String(decoding: bytes, as: UTF8.self), name: path)
  }

  /// Reads a text.
  package init(text: String, name: String) throws(DataTableError) {
    var header: [String] = []
    var rows: [Row] = []
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      guard let first = line.first(where: { !$0.isWhitespace }), first != "#" else { continue }
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(Self.trimmed)
      if header.isEmpty {
        header = fields
        continue
      }
      guard fields.count == header.count else {
        throw DataTableError(
          name, line: index + 1, "\(fields.count) fields", "the header has \(header.count)")
      }
      let pairs = zip(header, fields)
      rows.append(
        Row(
          line: index + 1, file: name,
          fields: Dictionary(pairs, uniquingKeysWith: { first, _ in first })))
    }
    guard !rows.isEmpty else {
      throw DataTableError(name, line: nil, "an empty table", "it needs a header and rows")
    }
    self.rows = rows
  }

  private static func trimmed(_ field: Substring) -> String {
    var field = field
    while field.first?.isWhitespace == true { field.removeFirst() }
    while field.last?.isWhitespace == true { field.removeLast() }
    return String(field)
  }
}

/// Why a table cannot be used.
package struct DataTableError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file, and the line where there is one.
  package let place: String
  /// What is wrong.
  package let problem: String
  /// Why it is wrong.
  package let reason: String

  init(_ file: String, line: Int?, _ problem: String, _ reason: String) {
    place = line.map { "\(file):\($0)" } ?? file
    self.problem = problem
    self.reason = reason
  }

  /// PLACE: PROBLEM (WHY) in one line.
  package var description: String { "\(place): \(problem) (\(reason))" }
}
