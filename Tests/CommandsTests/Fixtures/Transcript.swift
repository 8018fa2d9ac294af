// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Commands
import Foundation
import Testing

/// A recorded exchange with a program: the line typed, what came back, and how it ended.
///
/// Transcripts are files of such exchanges, one after the other:
///
///     $ beamline shoot lead
///     > a line of standard output
///     ! a line of standard error
///     exit 0
///
/// `DATA` stands for the folder of the data.
/// A run of the tests with `RECORD=1` in the environment writes them anew.
struct Transcript: CustomTestStringConvertible, Sendable {
  let line: String
  let answer: [String]

  var testDescription: String { line }

  /// The exchanges of a file beside the tests.
  static func exchanges(in name: String) -> [Transcript] {
    let text = (try? String(contentsOf: file(name), encoding: .utf8)) ?? ""
    return text.split(separator: "\n\n").map { block in
      let lines = block.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
      return Transcript(line: String(lines[0].dropFirst(2)), answer: Array(lines.dropFirst()))
    }
  }

  /// What the program answers now.
  func actual(
    from program: Program, columns: Int? = nil, data: String = Inventory.fixtureData
  ) -> [String] {
    let performance = program.perform(
      words.dropFirst().map { $0.replacing("DATA", with: data) }, columns: columns,
      environment: ["LACUNA_DATA": data])
    let lines = { (text: String, mark: String) in
      text.replacing(data, with: "DATA").split(separator: "\n", omittingEmptySubsequences: false)
        .dropLast().map { line in
          line.isEmpty ? mark : "\(mark) \(line)"
        }
    }
    return lines(performance.output, ">") + lines(performance.error, "!")
      + ["exit \(performance.status.rawValue)"]
  }

  /// Writes a file anew when asked to.
  static func record(
    _ name: String, from program: Program, columns: Int? = nil,
    data: String = Inventory.fixtureData
  ) throws {
    guard ProcessInfo.processInfo.environment["RECORD"] == "1" else { return }
    let blocks = exchanges(in: name).map { exchange in
      (["$ " + exchange.line] + exchange.actual(from: program, columns: columns, data: data))
        .joined(separator: "\n")
    }
    try (blocks.joined(separator: "\n\n") + "\n").write(
      to: file(name), atomically: true, encoding: .utf8)
  }

  /// The words of the line as a shell splits it: at spaces outside quotes; `$'\e'` is escape.
  var words: [String] {
    var words: [String] = []
    var current: String?
    var quote: Character?
    for character in line.replacingOccurrences(of: "\\e", with: "\u{1B}") {
      if let open = quote {
        if character == open { quote = nil } else { current = (current ?? "") + [character] }
      } else if character == "'" || character == "\"" {
        quote = character
        current = current ?? ""
      } else if character == " " {
        if let word = current { words.append(word) }
        current = nil
      } else {
        current = (current ?? "") + [character]
      }
    }
    return words + [current].compactMap { $0 }
  }

  private static func file(_ name: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Transcripts/\(name).txt")
  }
}
