// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Foundation
import Testing

/// A table of faulty cards with the findings that each must give, from a text file.
///
/// A case begins with `=== TITLE`. Lines `set: PATH=VALUE` at its top are `--set` options. The card
/// follows; `«` and `»` mark the places of the findings, in order. What the card lacks of the first
/// keys is added before it. Lines with `> ` hold the findings as `severity: message`, `= suggestion`
/// and `note: message`.
struct MistakeTable {
  struct Case: Sendable, CustomTestStringConvertible {
    let title: String
    let options: [String]
    let text: String
    let spans: [String]
    let expected: [String]

    var testDescription: String { title }
  }

  let cases: [Case]

  static func load(_ name: String) -> [Case] {
    let url = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: name)
    guard let text = try? String(contentsOf: url, encoding: .utf8) else { return [] }
    return text.components(separatedBy: "\n=== ").dropFirst().map(read)
  }

  private static func read(_ block: String) -> Case {
    var lines = block.components(separatedBy: "\n")
    let title = lines.removeFirst()
    let expected = lines.filter { $0.hasPrefix("> ") }.map { String($0.dropFirst(2)) }
    var options: [String] = []
    while let line = lines.first, line.hasPrefix("set: ") {
      options.append(String(line.dropFirst(5)))
      lines.removeFirst()
    }
    var body = lines.filter { !$0.hasPrefix("> ") }.joined(separator: "\n")
    while body.hasSuffix("\n") { body.removeLast() }
    for line in Fixture.head.split(separator: "\n").reversed() {
      let key = line.prefix { $0 != ":" } + ":"
      let isGiven = body.split(separator: "\n").contains {
        $0.filter { !"«»".contains($0) }.hasPrefix(key) || $0.hasPrefix("!")
      }
      if !isGiven { body = line + "\n" + body }
    }
    body = body.components(separatedBy: "\n").filter { $0 != "!" }.joined(separator: "\n")
    let card = MarkedText(body)
    let commands = MarkedText(options.map { "--set " + $0 + "\n" }.joined())
    let plainOptions = options.map {
      $0.replacingOccurrences(of: "«", with: "").replacingOccurrences(of: "»", with: "")
    }
    return Case(
      title: title, options: plainOptions, text: card.text,
      spans: card.spans.map { "card.yaml:" + $0 } + commands.spans.map { "command line:" + $0 },
      expected: expected)
  }
}

/// A text without its marks, and the extents that were marked as `line:column-line:column`.
struct MarkedText {
  var text = ""
  var spans: [String] = []

  init(_ marked: String) {
    var line = 1
    var column = 1
    var starts: [String] = []
    for character in marked {
      switch character {
      case "«": starts.append("\(line):\(column)")
      case "»":
        if let start = starts.popLast() { spans.append("\(start)-\(line):\(column)") }
      default:
        text.append(character)
        column += 1
        if character == "\n" { (line, column) = (line + 1, 1) }
      }
    }
  }
}

extension Finding {
  /// The place as the table writes it.
  var span: String {
    let (start, end) = (place.start, place.end)
    return "\(place.source.name):\(start.line):\(start.column)-\(end.line):\(end.column)"
  }

  /// The words as the table writes them.
  var words: [String] {
    ["\(severity.rawValue): \(message)"] + (suggestion.isEmpty ? [] : ["= \(suggestion)"])
      + notes.map { "note: \($0.message)" }
  }
}
