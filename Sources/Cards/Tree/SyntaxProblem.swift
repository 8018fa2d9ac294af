// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A text that is no YAML, said in words that help the author of a card.
///
/// libyaml's own words (`did not find expected key`, `while parsing a block mapping`) describe its
/// grammar; the slip behind them is nearly always one of a dozen.
struct SyntaxProblem {
  /// What libyaml met.
  let problem: String
  /// What libyaml was reading.
  let context: String
  let source: Source
  let range: Range<Int>
  /// The byte at which libyaml stopped.
  let offset: Int
  /// The byte at which what it was reading began.
  let contextOffset: Int

  /// The problem as a finding.
  var finding: Finding {
    if let place = indentingTab {
      return .error(
        "a tab in the indentation (YAML indents with spaces only)", at: place,
        suggestion: "replace the tab by spaces")
    }
    let (message, suggestion) = words
    var notes: [Finding.Note] = []
    let opening = "[{\"'".utf8.first {
      contextOffset < range.upperBound && $0 == byte(contextOffset)
    }
    if contextOffset < offset, let opening {
      let mark = Character(Unicode.Scalar(opening))
      notes.append(
        .init("'\(mark)' opened here", at: source.place(contextOffset..<(contextOffset + 1))))
    }
    return .error(message, at: place, suggestion: suggestion, notes: notes)
  }

  private var place: Place {
    // At the end of the text the last character is a better sight than the empty line after it.
    var start = min(offset, range.upperBound)
    if start == range.upperBound {
      while start > range.lowerBound, byte(start - 1) <= space { start -= 1 }
    }
    var end = min(start + 1, range.upperBound)
    while end < range.upperBound, byte(end) & 0xC0 == 0x80 { end += 1 }
    return source.place(start..<max(start, end))
  }

  private func byte(_ offset: Int) -> UInt8 {
    offset < source.bytes.count ? source.bytes[offset] : 0
  }

  /// The first tab before the first character of the line at which libyaml stopped.
  private var indentingTab: Place? {
    let line = source.line(source.lineIndex(of: min(offset, range.upperBound)))
    let lead = source.bytes[line].prefix { $0 == space || $0 == tab }
    guard let index = lead.firstIndex(of: tab), offset <= lead.endIndex || problem.contains("tab")
    else { return nil }
    return source.place(index..<(index + 1))
  }

  private var words: (message: String, suggestion: String) {
    if problem.contains("did not find expected key"), byte(offset) == UInt8(ascii: "-") {
      return Self.stragglingItem
    }
    for (part, message, suggestion) in Self.phrases
    where problem.contains(part) || context.contains(part) {
      return (message, suggestion)
    }
    return ("no YAML from here on (\(problem))", "check quotes, brackets and indentation")
  }

  private static let stragglingItem = (
    message: "an item that does not line up (the '-' of a list stand in one column)",
    suggestion: "align it with the items above"
  )

  /// libyaml's phrases, the more telling first.
  private static let phrases: [(part: String, message: String, suggestion: String)] = [
    (
      "mapping values are not allowed",
      "a ':' where no key can be (the line is indented too far, or the text itself holds ': ')",
      "align the key with its neighbours, or put quotes around the text"
    ),
    (
      "could not find expected ':'", "a name without ':' (a map holds 'key: value')",
      "write ': ' after the key"
    ),
    (
      "did not find expected ',' or ']'",
      "a list that goes wrong here (items are separated by ',')",
      "add the missing ',' or close the list with ']'"
    ),
    (
      "did not find expected ',' or '}'",
      "a map that goes wrong here (entries are separated by ',')",
      "add the missing ',' or close the map with '}'"
    ),
    (
      "did not find expected key",
      "an entry that does not line up (the keys of a map begin in one"
        + " column)", "align it with the keys above, or close the quotes and brackets before it"
    ),
    ("did not find expected '-' indicator", stragglingItem.message, stragglingItem.suggestion),
    (
      "block sequence entries are not allowed",
      "a '-' where no list can begin (a list starts on a line of its own)",
      "put the list on the next line, or write it as [a, b]"
    ),
    (
      "mapping keys are not allowed", "a '?' where no key can be (keys are plain names)",
      "put quotes around a text that begins with '?'"
    ),
    (
      "found unexpected end of stream", "the quotes are never closed (the card ends before)",
      "close them"
    ),
    (
      "found unexpected document indicator",
      "'---' or '...' inside quotes (they would end the card)", "close the quotes before"
    ),
    (
      "unknown escape character",
      "an unknown escape after '\\' (double quotes know \\n, \\t, \\\", \\\\"
        + " and the like)", "use single quotes, in which '\\' is an ordinary character"
    ),
    (
      "found character that cannot start any token",
      "a character that no value can begin with (YAML reserves '@', '`', '%' and the tab)",
      "put quotes around the text"
    ),
    (
      "Unicode character escape code", "an escape that is no character (such as half of a pair)",
      "write the character itself"
    ),
    (
      "did not find expected hexdecimal number",
      "an escape without its hexadecimal digits (\\x has 2, \\u has 4, \\U has 8)",
      "use single quotes, in which '\\' is an ordinary character"
    ),
    (
      "while scanning an anchor",
      "a '&' without a name (YAML reads an anchor, and cards have none)",
      "put quotes around a text that begins with '&'"
    ),
    (
      "while scanning an alias", "a '*' without a name (YAML reads an alias, and cards have none)",
      "put quotes around a text that begins with '*'"
    ),
    (
      "tag", "a '!' that YAML reads as a tag (cards have none)",
      "put quotes around a text that begins with '!'"
    ),
    (
      "while scanning a block scalar",
      "a '|' or '>' that goes wrong (a block of text follows it"
        + " on indented lines)", "put quotes around a text that begins with '|' or '>'"
    ),
    (
      "did not find expected node content", "no value where one belongs",
      "write the value, or remove the ',' or ':' before"
    ),
    (
      "did not find expected <document start>",
      "text after the end of the card (its first value is complete)",
      "check the indentation and the brackets before"
    ),
  ]
}
