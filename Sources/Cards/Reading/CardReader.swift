// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Reads cards: tree, `extends`, `--set`, checks against the declarations.
///
///     let reader = CardReader(kinds: [Search.kind, Model.kind], shelf: shelf)
///     let reading = reader.read(source, as: "search", overrides: Overrides(["beam.spot=2 cm"]))
///     guard let card = reading.card else { print(FindingPrinter().text(for: reading.findings)) }
///
/// Every finding is collected; a card comes out only if none of them is an error.
package struct CardReader: Sendable {
  /// So many cards may extend one another.
  package static let longestChain = 16

  /// What came of reading a card.
  package struct Reading: Sendable {
    /// The card; `nil` if there are errors.
    package let card: Card?
    /// All that was found.
    package let findings: Findings
  }

  private let kinds: [CardKind]
  private let shelf: CardShelf

  /// Makes a reader of some kinds of cards.
  package init(kinds: [CardKind], shelf: CardShelf = .empty) {
    self.kinds = kinds
    self.shelf = shelf
  }

  /// Reads a card.
  ///
  /// - Parameters:
  ///   - source: its text.
  ///   - expected: the kind that it must be of, if only one will do.
  ///   - overrides: the `--set` options.
  /// - Returns: the card, if it is sound, and all findings.
  package func read(
    _ source: Source, as expected: String? = nil, overrides: Overrides = Overrides([])
  ) -> Reading {
    var lineage = Lineage(kinds: kinds, shelf: shelf)
    let (tree, kindName) = lineage.read(source, expecting: expected)
    var findings = lineage.findings
    guard var tree, let kind = kinds.first(where: { $0.name == kindName }) else {
      return Reading(card: nil, findings: findings)
    }
    tree = overrides.apply(to: tree, &findings)
    let anchor = tree.entries?.first?.keyPlace ?? tree.place
    var decoding = Decoding(
      root: kind.form, shelf: shelf, anchor: lineage.anchor ?? anchor, isPartial: lineage.isBroken)
    let root = kind.form.read(tree.entries ?? [], at: tree.place, &decoding)
    findings.append(contentsOf: decoding.findings)
    guard let root, !findings.hasErrors else { return Reading(card: nil, findings: findings) }
    let card = Card(kind: kind.name, source: source, ancestors: lineage.ancestors, root: root)
    return Reading(card: card, findings: findings)
  }
}
