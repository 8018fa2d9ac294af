// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Lays the elements of a card over the cards that they extend.
///
/// This happens before cards merge and before `--set`, so that an element looks to both as if it had
/// been written out.
struct ElementCompletion {
  /// The key under which an element names the card that it starts from.
  static let extendsKey = "extends"

  /// So many elements of a card may extend others; 6 is a detector, 100 a mistake or an attack.
  static let mostExtensions = 100

  /// A card may be so large to take an element from.
  static let mostBytes = 100_000

  /// What was wrong.
  private(set) var findings = Findings()

  /// The texts of the cards that elements were taken from, each once.
  private(set) var sources: [Source] = []

  /// True if an element could not be had, so that keys may be missing for that.
  private(set) var isBroken = false

  private let stocks: [String: Stock]
  private let shelf: CardShelf
  private var bases: [String: Node?] = [:]
  private var extensions = 0

  /// Prepares to complete the lists that have a stock.
  init(stocks: [String: Stock], shelf: CardShelf) {
    self.stocks = stocks
    self.shelf = shelf
  }

  /// The tree with all its elements written out.
  mutating func complete(_ tree: Node, of source: Source) -> Node {
    guard var entries = tree.entries else { return tree }
    for index in entries.indices {
      guard let stock = stocks[entries[index].key], let items = entries[index].value.items
      else { continue }
      let place = entries[index].value.place
      var complete: [Node] = []
      for item in items { complete.append(self.complete(element: item, from: stock, of: source)) }
      entries[index].value = Node(.sequence(complete), at: place)
    }
    return Node(.mapping(entries), at: tree.place)
  }

  private mutating func complete(element: Node, from stock: Stock, of source: Source) -> Node {
    guard let entries = element.entries, let name = element.value(of: Self.extendsKey)
    else { return element }
    let own = Node(
      .mapping(entries.filter { $0.key != Self.extendsKey }), at: element.place)
    guard let base = base(named: name, from: stock, of: source) else {
      isBroken = true
      return own
    }
    check(own, against: base, named: name)
    var merger = Merger()
    let merged = merger.merge(base, with: own)
    findings.append(contentsOf: merger.findings)
    return merged
  }

  /// The element of the card that a node names; `nil` after a finding.
  private mutating func base(named node: Node, from stock: Stock, of source: Source) -> Node? {
    guard let text = node.scalar?.text, !text.isEmpty else {
      findings.append(
        .error(
          "\(node.kindInWords) where the name of a card belongs ('extends' takes one)",
          at: node.place, suggestion: "write the name of a \(stock.kind)"))
      return nil
    }
    extensions += 1
    guard extensions <= Self.mostExtensions else {
      findings.append(
        .error("more than \(Self.mostExtensions) elements extend cards", at: node.place))
      return nil
    }
    if let known = bases[text] { return known }
    let found = read(text, from: stock, of: source, at: node.place)
    bases[text] = .some(found)
    return found
  }

  private mutating func read(
    _ text: String, from stock: Stock, of source: Source, at place: Place
  ) -> Node? {
    let card: Source?
    do throws(CardShelf.Unreadable) {
      card = try shelf.source(at: CardShelf.address(of: text, kind: stock.kind, from: source))
    } catch {
      findings.append(
        .error("cannot read the card \(quoted(text)) (\(error.reason))", at: place))
      return nil
    }
    guard let card else {
      let near = nearestName(to: text, among: shelf.names(of: stock.kind) ?? [])
      findings.append(
        .error(
          "no \(stock.kind) is named \(quoted(text)) ('extends' takes a name or a path)",
          at: place,
          suggestion: near.map { "did you mean '\($0)'?" }
            ?? "'lacuna list' shows them"))
      return nil
    }
    guard card.bytes.count <= Self.mostBytes else {
      findings.append(
        .error(
          "the card \(quoted(text)) has \(card.bytes.count) bytes (at most \(Self.mostBytes) where"
            + " an element starts from it)", at: place))
      return nil
    }
    sources.append(card)
    var lineage = Lineage(kinds: [stock.kind], shelf: shelf)
    let (tree, _) = lineage.read(card, expecting: stock.kind)
    findings.append(contentsOf: lineage.findings)
    sources += lineage.ancestors
    guard let element = tree?.value(of: stock.key), element.entries != nil else {
      if !lineage.findings.hasErrors {
        findings.append(
          .error(
            "the \(stock.kind) \(quoted(text)) has no \(stock.key) (nothing to start from)",
            at: place))
      }
      return nil
    }
    return element
  }

  /// An element that starts from another is of its kind.
  private mutating func check(_ own: Node, against base: Node, named name: Node) {
    guard let kind = own.value(of: "kind"), let text = kind.scalar?.text,
      let other = base.value(of: "kind")?.scalar?.text, text != other
    else { return }
    findings.append(
      .error(
        "'kind: \(text)' of an element that extends \(quoted(name.scalar?.text ?? "")) (a \(other))",
        at: kind.place, suggestion: "leave 'kind' out, or extend another card"))
  }
}
