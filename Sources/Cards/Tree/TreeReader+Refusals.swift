// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

// What YAML has and cards have not.
extension TreeReader {
  /// Refuses anchors, aliases and tags.
  mutating func refuseProperties(_ event: EventStream.Event) {
    let start = place(event.extent).bytes.lowerBound
    if case .alias = event.kind {
      findings.append(
        .error(
          "the alias \(quoted("*" + (event.anchor ?? ""))) (cards have none)",
          at: place(event.extent),
          suggestion: "write the value out, or share it through 'extends'"))
      return
    }
    if let anchor = event.anchor {
      findings.append(
        .error(
          "the anchor \(quoted("&" + anchor)) (cards have none)", at: word(from: start),
          suggestion: "remove it"))
    }
    if event.hasTag {
      findings.append(
        .error(
          "a YAML tag (the declaration of a key gives its type)", at: word(from: start),
          suggestion: "remove it, and put quotes around a text that begins with '!'"))
    }
  }

  /// Says that there was nothing to read, if nothing else was said.
  mutating func reportEmpty() {
    guard root == nil, findings.isEmpty else { return }
    findings.append(
      .error(
        "the card is empty (it has no keys)", at: source.place(range.lowerBound..<range.lowerBound),
        suggestion: "begin with 'schema: 1' and 'kind: search'"))
  }

  /// Anything but comments after the end of the document is refused without asking libyaml, which
  /// is slow on many directives.
  mutating func reportRest(after event: EventStream.Event) {
    let start = place(event.extent).bytes.upperBound
    let rest = firstLine(from: start) { word in !word.elementsEqual("...".utf8) }
    if let rest { report(rest: rest) }
  }

  /// The first line from an offset that is not blank, not a remark and meets a condition, without
  /// the white space before it.
  private func firstLine(
    from start: Int, where isWanted: (ArraySlice<UInt8>) -> Bool
  ) -> ArraySlice<UInt8>? {
    var offset = start
    while offset < range.upperBound {
      let rest = source.bytes[offset..<range.upperBound]
      guard let first = rest.firstIndex(where: { !isBlank($0) && !isBreak($0) }) else { return nil }
      let end = rest[first...].firstIndex(where: isBreak) ?? range.upperBound
      let word = source.bytes[first..<end]
      if word.first != UInt8(ascii: "#"), isWanted(word) { return word }
      offset = end
    }
    return nil
  }

  private mutating func report(rest: ArraySlice<UInt8>) {
    let place = source.place(rest.startIndex..<rest.endIndex)
    if rest.starts(with: "---".utf8) {
      findings.append(
        .error("a second document (a file holds one card)", at: place, suggestion: "split the file")
      )
    } else {
      root = nil
      findings.append(
        .error(
          source.origin == .commandLine
            ? "text after the end of the value (its brackets or quotes are closed)"
            : "text after the end of the card (its first value is complete)", at: place,
          suggestion: "check the indentation and the brackets before"))
    }
  }

  /// The first line, if it begins with `%` so that YAML takes it for a directive.
  func firstDirective() -> Place? {
    guard let word = firstLine(from: range.lowerBound, where: { _ in true }),
      word.first == UInt8(ascii: "%")
    else { return nil }
    let isIndented =
      word.startIndex > range.lowerBound && isBlank(source.bytes[word.startIndex - 1])
    return isIndented ? nil : source.place(word.startIndex..<word.endIndex)
  }
}

private func isBlank(_ byte: UInt8) -> Bool { byte == space || byte == tab }

private func isBreak(_ byte: UInt8) -> Bool { byte == newline || byte == carriageReturn }
