// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Inference
import Testing

/// A table of Data/validation: rows of named fields.
struct ValidationTable {
  /// One row with its line for messages.
  struct Row: Sendable, CustomTestStringConvertible {
    let line: String
    let fields: [String: String]

    var testDescription: String { line }

    subscript(name: String) -> String { fields[name] ?? "" }

    /// A field as a number; NaN, which agrees with nothing, where it is none.
    func number(_ name: String) -> Double { Double(self[name]) ?? .nan }

    /// Whether a number agrees with the row's value within its tolerance.
    func agrees(_ result: Double) -> Bool { abs(result - number("value")) <= number("tolerance") }

    /// A number with an error in the shape of another field.
    func uncertain(
      _ value: Double, error: String, shape: String
    ) throws -> UncertainValue {
      guard let shape = UncertaintyShape(rawValue: self[shape]) else {
        return try UncertainValue(value)
      }
      return try UncertainValue(value, error: number(error), shape: shape)
    }
  }

  let rows: [Row]

  /// Reads a table; an unreadable one has no rows, which tests refuse.
  init(_ name: String) {
    let root = (0..<4).reduce(URL(filePath: #filePath)) { url, _ in url.deletingLastPathComponent()
    }
    let file = root.appending(path: "Data/validation/\(name).csv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
    func split(_ line: String) -> [String] {
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let names = split(lines.first ?? "")
    rows = lines.dropFirst().map { line in
      Row(line: line, fields: Dictionary(uniqueKeysWithValues: zip(names, split(line))))
    }
  }
}
