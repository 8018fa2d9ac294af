// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Follows `extends` from a card to the card that extends nothing, and lays the trees over one
/// another, the oldest first.
struct Lineage {
  /// What was wrong.
  private(set) var findings = Findings()

  /// The texts of the extended cards, the nearest first.
  private(set) var ancestors: [Source] = []

  /// The place of the first key of the first card, where what a card lacks is reported.
  private(set) var anchor: Place?

  /// True if a card that was to be extended could not be had, so that keys may be missing for that.
  private(set) var isBroken = false

  private let kinds: [String]
  private let stocks: [String: [String: Stock]]
  private let shelf: CardShelf

  /// The size of all texts together: a chain must not cost more than a card.
  private var bytes = 0

  /// Prepares to read cards of some kinds.
  init(kinds: [CardKind], shelf: CardShelf) {
    self.init(
      kinds: kinds.map(\.name), shelf: shelf,
      stocks: Dictionary(kinds.map { ($0.name, $0.form.stocks) }) { first, _ in first })
  }

  /// Prepares to read cards whose elements extend others, by kind of card and by list, if any do.
  init(kinds: [String], shelf: CardShelf, stocks: [String: [String: Stock]] = [:]) {
    self.kinds = kinds
    self.shelf = shelf
    self.stocks = stocks
  }

  /// Reads a card and those it extends.
  ///
  /// - Returns: the merged tree without `schema`, `kind` and `extends`, and the kind.
  mutating func read(_ source: Source, expecting expected: String?) -> (Node?, kind: String?) {
    var trees: [Node] = []
    var chain = [source.name]
    var kind = expected
    var next: Source? = source
    bytes = source.bytes.count
    while let source = next {
      guard let tree = readTree(source) else { return (nil, kind) }
      let own = checkHeader(tree, expecting: kind)
      if let kind, let own, own != kind {
        findings.append(
          .error(
            "a card of kind '\(own)' where a \(kind) belongs",
            at: tree.value(of: "kind")?.place ?? tree.place))
        return (nil, nil)
      }
      if trees.isEmpty { anchor = tree.entries?.first?.keyPlace ?? tree.place }
      kind = kind ?? own
      guard let kind else { return (nil, nil) }
      trees.append(completed(stripped(tree, isAncestor: !trees.isEmpty), kind: kind, in: source))
      next = parent(of: tree, kind: kind, in: source, chain: &chain)
      if let next { ancestors.append(next) }
      if next == nil, tree.value(of: "extends") != nil { isBroken = true }
    }
    var merger = Merger()
    guard var merged = trees.popLast() else { return (nil, kind) }
    while let change = trees.popLast() { merged = merger.merge(merged, with: change) }
    findings.append(contentsOf: merger.findings)
    return (merged, kind)
  }

  private mutating func readTree(_ source: Source) -> Node? {
    guard let tree = TreeReader.read(source, into: &findings) else { return nil }
    if tree.entries != nil { return tree }
    findings.append(
      .error(
        "\(tree.kindInWords) where a card belongs (a card is a map of keys)", at: tree.place,
        suggestion: "begin with 'schema: 1'"))
    return nil
  }

  /// Checks `schema` and `kind`; returns the kind if it is one that can be read.
  private mutating func checkHeader(_ tree: Node, expecting expected: String?) -> String? {
    let first = tree.entries?.first?.keyPlace ?? tree.place
    checkSchema(tree, first)
    guard let node = tree.value(of: "kind") else {
      findings.append(
        .error(
          "missing key 'kind' (it says what the card describes)", at: first,
          suggestion: "add 'kind:' with \(alternatives(expected.map { [$0] } ?? kinds))"))
      return nil
    }
    let name = node.scalar?.text ?? ""
    guard kinds.contains(name) else {
      let near = nearestName(to: name, among: kinds)
      findings.append(
        .error(
          "no kind of card is named \(quoted(name)) (the kinds are \(listed(kinds)))",
          at: node.place, suggestion: near.map { "did you mean '\($0)'?" } ?? ""))
      return nil
    }
    return name
  }

  private mutating func checkSchema(_ tree: Node, _ first: Place) {
    guard let index = tree.entries?.firstIndex(where: { $0.key == "schema" }),
      let entry = tree.entries?[index]
    else {
      findings.append(
        .error(
          "missing key 'schema' (every card names the version of its language)", at: first,
          suggestion: "begin with 'schema: \(CardHeader.currentSchema)'"))
      return
    }
    guard entry.value.scalar?.text == String(CardHeader.currentSchema) else {
      findings.append(
        .error(
          "schema \(quoted(entry.value.scalar?.text ?? "")) is unknown (this program reads"
            + " \(CardHeader.currentSchema))", at: entry.value.place,
          suggestion: "write 'schema: \(CardHeader.currentSchema)', or use a newer lacuna"))
      return
    }
    if index > 0 {
      findings.append(
        .warning(
          "'schema' is not the first key (programs look for it there)", at: entry.keyPlace,
          suggestion: "move it to the top"))
    }
  }

  /// The tree without what is read here; names are not inherited, or two cards would share them.
  private func stripped(_ tree: Node, isAncestor: Bool) -> Node {
    let taken = ["schema", "kind", "extends"] + (isAncestor ? ["name", "aliases"] : [])
    let entries = tree.entries?.filter { !taken.contains($0.key) } ?? []
    return Node(.mapping(entries), at: tree.place)
  }

  /// The tree with its elements laid over the cards that they extend.
  private mutating func completed(_ tree: Node, kind: String, in source: Source) -> Node {
    guard let stocks = stocks[kind], !stocks.isEmpty else { return tree }
    var completion = ElementCompletion(stocks: stocks, shelf: shelf)
    let complete = completion.complete(tree, of: source)
    findings.append(contentsOf: completion.findings)
    ancestors += completion.sources
    bytes += completion.sources.reduce(0) { $0 + $1.bytes.count }
    if completion.isBroken { isBroken = true }
    return complete
  }

  /// The card that a card extends; `nil` if there is none, or after a finding.
  private mutating func parent(
    of tree: Node, kind: String, in source: Source, chain: inout [String]
  ) -> Source? {
    guard let node = tree.value(of: "extends") else { return nil }
    guard let text = node.scalar?.text, !text.isEmpty else {
      findings.append(
        .error(
          "\(node.kindInWords) where the name of a card belongs ('extends' takes one)",
          at: node.place, suggestion: "write for example 'extends: na64e-invisible'"))
      return nil
    }
    guard chain.count < CardReader.longestChain else {
      findings.append(
        .error(
          "more than \(CardReader.longestChain) cards extend one another", at: node.place,
          suggestion: "start from a card that is complete"))
      return nil
    }
    let address = CardShelf.address(of: text, kind: kind, from: source)
    let found: Source?
    do throws(CardShelf.Unreadable) {
      found = try shelf.source(at: address)
    } catch {
      findings.append(
        .error("cannot read the card \(quoted(text)) (\(error.reason))", at: node.place))
      return nil
    }
    guard let found else {
      findings.append(unknownParent(text, address, kind, at: node.place))
      return nil
    }
    let isCycle = chain.contains(found.name)
    chain.append(found.name)
    bytes += found.bytes.count
    if isCycle {
      findings.append(
        .error(
          "cards extend one another in a circle (\(chain.joined(separator: " -> ")))",
          at: node.place, suggestion: "let one of them extend nothing"))
      return nil
    }
    guard bytes <= Source.mostBytes || found.bytes.count > Source.mostBytes else {
      findings.append(
        .error(
          "the cards that extend one another have \(bytes) bytes (at most \(Source.mostBytes)"
            + " together)", at: node.place))
      return nil
    }
    return found
  }

  private func unknownParent(
    _ text: String, _ address: CardShelf.Address, _ kind: String, at place: Place
  ) -> Finding {
    switch address {
    case .path(let path):
      return .error("no card at \(quoted(path)) (a path is relative to the card)", at: place)
    case .name:
      let known = shelf.names(of: kind) ?? []
      let near = nearestName(to: text, among: known)
      return .error(
        "no \(kind) is named \(quoted(text)) ('extends' takes a name or a path)", at: place,
        suggestion: near.map { "did you mean '\($0)'?" } ?? "'lacuna list' shows them")
    }
  }
}
