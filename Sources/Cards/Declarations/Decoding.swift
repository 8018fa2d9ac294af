// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// One checking of a tree against its declarations: where it stands, what it has found.
package struct Decoding {
  /// All that was found so far.
  package private(set) var findings = Findings()

  /// The cards that this one can refer to.
  let shelf: CardShelf

  /// The form of the whole card, in which the right section of a misplaced key is looked up.
  let root: Form

  /// True if a card that this one extends could not be had: what seems to be missing may stand there,
  /// and saying so would bury the finding that matters.
  let isPartial: Bool

  /// The sections that lead to the one being read.
  private(set) var path: [String] = []

  /// Where the section being read is named: the place to report what it lacks.
  private(set) var anchor: Place

  /// Begins a checking.
  init(root: Form, shelf: CardShelf, anchor: Place, isPartial: Bool = false) {
    self.root = root
    self.shelf = shelf
    self.anchor = anchor
    self.isPartial = isPartial
  }

  /// Adds a finding.
  package mutating func report(_ finding: Finding) { findings.append(finding) }

  /// Adds an error.
  mutating func error(
    _ message: @autoclosure () -> String, at place: Place,
    suggestion: @autoclosure () -> String = "", notes: [Finding.Note] = []
  ) {
    // Advice costs edit distances; a card that is wrong everywhere must not pay for it.
    guard !findings.isFull else {
      findings.append(.error("", at: place))
      return
    }
    findings.append(.error(message(), at: place, suggestion: suggestion(), notes: notes))
  }

  /// Reads something inside a section that is named at a place.
  mutating func inside<Result>(
    _ name: String, at place: Place, _ body: (inout Decoding) -> Result
  ) -> Result {
    let outerAnchor = anchor
    path.append(name)
    anchor = place
    defer {
      path.removeLast()
      anchor = outerAnchor
    }
    return body(&self)
  }

  /// The section being read, for messages: `'detector.ecal'` or `the card`.
  var title: String {
    guard let first = path.first else { return "the card" }
    return quoted(path.dropFirst().reduce(first) { $0 + ($1.hasPrefix("[") ? "" : ".") + $1 })
  }

  /// The scalar of a node, or `nil` after a finding.
  mutating func scalar(of node: Node, expecting what: String, example: String) -> Node.Scalar? {
    if case .refused = node.content { return nil }
    guard let scalar = node.scalar else {
      error(
        "\(node.kindInWords) where \(what) belongs", at: node.place,
        suggestion: example.isEmpty ? "" : "write for example '\(example)'")
      return nil
    }
    guard !scalar.isAbsent else {
      error(
        "nothing is written (\(what) belongs here)", at: node.place,
        suggestion: example.isEmpty ? "" : "write for example '\(example)'")
      return nil
    }
    return scalar
  }

  /// The items of a node, or `nil` after a finding.
  mutating func items(of node: Node, example: String) -> [Node]? {
    if case .refused = node.content { return nil }
    if let items = node.items { return items }
    error(
      "\(node.kindInWords) where a list belongs", at: node.place,
      suggestion: example.isEmpty
        ? "write the items as [a, b], or each on a line after '- '"
        : "write for example '\(example)'")
    return nil
  }

  /// The entries of a node, or `nil` after a finding.
  mutating func entries(of node: Node, example: String) -> [Node.Entry]? {
    if case .refused = node.content { return nil }
    if let entries = node.entries { return entries }
    error(
      "\(node.kindInWords) where a map belongs", at: node.place,
      suggestion: example.isEmpty
        ? "write its keys as 'key: value' on indented lines, or as {key: value}"
        : "write for example '\(example)'")
    return nil
  }
}
