// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Inference
import Quantities
import Storage

/// A table of bins or run periods that a user wrote.
struct BinTable: Sendable {
  /// All columns, in the order of the documentation; a table may leave out the optional ones.
  static let columns = [
    "bin", "observed", "background", "background_error", "efficiency", "efficiency_error",
  ]
  private static let required = ["observed", "background"]
  /// More bins are refused.
  private static let mostBins = 1000
  /// Numbers above it are refused.
  private static let largest = Double(CountingBin.largestCount)

  /// The bins from top to bottom.
  let bins: [CountingBin]

  /// Reads the table.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - backgroundShape: The density of all backgrounds.
  ///   - efficiencyShape: The density of all efficiencies.
  /// - Throws: What is wrong in which line.
  init(
    readingFrom path: String, backgroundShape: UncertaintyShape, efficiencyShape: UncertaintyShape
  ) throws(RefusedTable) {
    do throws(TableError) {
      let bytes: [UInt8]
      do throws(StorageError) {
        bytes = try FileReader.read(path, atMost: DataTable.mostBytes)
      } catch {
        throw TableError(file: path, problem: "cannot read the table", reason: error.cause.reason)
      }
      let text = String(decoding: bytes, as: UTF8.self)
      let columns = Self.columns(of: text)
      let rows = try DataTable(text, file: path, columns: columns).rows
      guard rows.count <= Self.mostBins else {
        throw TableError(
          file: path, problem: "a table of \(rows.count) bins",
          reason: "at most \(Self.mostBins) are combined", suggestion: "merge bins of like purity")
      }
      var bins: [CountingBin] = []
      for row in rows {
        bins.append(
          try Self.bin(row, having: columns, backgroundShape, efficiencyShape))
      }
      self.bins = bins
    } catch {
      throw RefusedTable(error: error)
    }
  }

  /// The columns that the text names, or all where these are not a sound choice: the table then
  /// says so itself.
  private static func columns(of text: String) -> [String] {
    let lines = text.split(whereSeparator: \.isNewline).map { $0.filter { !$0.isWhitespace } }
    let header = lines.first { !$0.isEmpty && !$0.hasPrefix("#") } ?? ""
    let names = header.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let isSound =
      Set(names).count == names.count && Set(names).isSubset(of: columns)
      && Set(names).isSuperset(of: required)
    return isSound ? names : columns
  }

  private static func bin(
    _ row: TableRow, having columns: [String], _ backgroundShape: UncertaintyShape,
    _ efficiencyShape: UncertaintyShape
  ) throws(TableError) -> CountingBin {
    func number(_ column: String, otherwise value: Double) throws(TableError) -> Double {
      guard columns.contains(column), !row.text(column).isEmpty else { return value }
      let number = try row.nonNegative(column)
      guard number <= largest else {
        throw row.fault("'\(column)' is \(number)", "it must be at most \(Int(largest))")
      }
      return number
    }
    let observed = try row.number("observed")
    _ = try row.number("background")
    let background = try number("background", otherwise: 0)
    let backgroundError = try number("background_error", otherwise: 0)
    let efficiency = try number("efficiency", otherwise: 1)
    let efficiencyError = try number("efficiency_error", otherwise: 0)
    do throws(InferenceError) {
      return try CountingBin(
        observed: observed,
        background: UncertainValue(
          background, error: backgroundError, shape: backgroundShape, name: "background"),
        efficiency: UncertainValue(
          efficiency, error: efficiencyError, shape: efficiencyShape, name: "efficiency"))
    } catch {
      throw row.fault(error.problem, error.reason, suggestion: error.suggestion)
    }
  }
}

/// A table that a user named and that cannot be used.
struct RefusedTable: TellableError {
  /// What is wrong, and where.
  let error: TableError

  func failure(in report: MistakeReport) -> Failure {
    Failure(
      status: .misused, text: report.headline(printable(error.description)),
      entries: [
        [
          "message": .string(error.description), "problem": .string(error.problem),
          "reason": .string(error.reason), "suggestion": .string(error.suggestion),
          "file": .string(error.file), "line": error.line.map { .integer($0) } ?? .null,
        ]
      ])
  }
}
