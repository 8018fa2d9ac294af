// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Lays the tree of a card over the tree of the card that it extends.
///
/// - Maps merge key by key; the order is that of the base, new keys follow.
/// - Lists of named elements merge by `name`; `remove: true` drops one; an element of another `kind`
///   takes the place of the old one. New elements follow.
/// - Other lists, and values, replace.
/// - A map that gives a `value` replaces: the source of a measured number does not speak for another
///   value.
///
/// Everything keeps the place at which it was written.
package struct Merger {
  /// The key that drops an element.
  static let removeKey = "remove"

  private static let nameKey = "name"
  private static let kindKey = "kind"
  private static let valueKey = "value"

  /// What was wrong with the changes.
  package private(set) var findings = Findings()

  /// Makes a merger.
  package init() {}

  /// Merges two trees.
  package mutating func merge(_ base: Node, with change: Node) -> Node {
    switch (base.content, change.content) {
    case (.mapping(let old), .mapping(let new)):
      guard change.value(of: Self.valueKey) == nil else { return change }
      return Node(.mapping(mergeEntries(old, new)), at: change.place)
    case (.sequence(let old), .sequence(let new)):
      guard let oldNames = names(of: old), let newNames = names(of: new) else { return change }
      return Node(
        .sequence(mergeElements(old, named: oldNames, new, named: newNames)), at: change.place)
    default:
      return change
    }
  }

  private mutating func mergeEntries(_ old: [Node.Entry], _ new: [Node.Entry]) -> [Node.Entry] {
    var merged = old
    var indices = Dictionary(
      old.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    for entry in new {
      if let index = indices[entry.key] {
        let value = merge(merged[index].value, with: entry.value)
        merged[index] = Node.Entry(key: entry.key, keyPlace: entry.keyPlace, value: value)
      } else {
        indices[entry.key] = merged.count
        merged.append(entry)
      }
    }
    return merged
  }

  private mutating func mergeElements(
    _ old: [Node], named oldNames: [String], _ new: [Node], named newNames: [String]
  ) -> [Node] {
    var merged: [Node?] = old
    var indices = Dictionary(
      oldNames.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var seen: Set<String> = []
    for (name, change) in zip(newNames, new) {
      // A name given twice in one card is reported when the list is read; both are kept for that.
      let isRepeated = !seen.insert(name).inserted
      if let removal = change.entries?.first(where: { $0.key == Self.removeKey }) {
        remove(name, removal, change, from: &merged, at: &indices, known: oldNames)
      } else if let index = indices[name], let base = merged[index], !isRepeated {
        merged[index] = isOtherKind(base, change) ? change : merge(base, with: change)
      } else {
        if !isRepeated { indices[name] = merged.count }
        merged.append(change)
      }
    }
    return merged.compactMap { $0 }
  }

  private mutating func remove(
    _ name: String, _ removal: Node.Entry, _ change: Node, from merged: inout [Node?],
    at indices: inout [String: Int], known: [String]
  ) {
    let text = removal.value.scalar?.text ?? ""
    if ["false", "off", "no"].contains(text) {
      findings.append(
        .error(
          "'remove: \(text)' says nothing (an element stays unless it is removed)",
          at: removal.keyPlace, suggestion: "remove the line"))
    } else if !["true", "on", "yes"].contains(text) {
      findings.append(
        .error(
          "'remove' takes true (it drops the element \(quoted(name)))", at: removal.value.place,
          suggestion: "write 'remove: true'"))
    }
    let others = change.entries?.filter { ![Self.nameKey, Self.removeKey].contains($0.key) } ?? []
    if let other = others.first {
      findings.append(
        .error(
          "\(quoted(other.key)) of an element that is removed (it has no effect)",
          at: other.keyPlace, suggestion: "keep only 'name' and 'remove'"))
    }
    guard let index = indices[name] else {
      let near = nearestName(to: name, among: known)
      findings.append(
        .error(
          "nothing to remove (the extended card has no element named \(quoted(name)))",
          at: change.value(of: Self.nameKey)?.place ?? change.place,
          suggestion: near.map { "did you mean '\($0)'?" } ?? ""))
      return
    }
    merged[index] = nil
    indices[name] = nil
  }

  private func isOtherKind(_ base: Node, _ change: Node) -> Bool {
    guard let kind = change.value(of: Self.kindKey)?.scalar?.text else { return false }
    return kind != base.value(of: Self.kindKey)?.scalar?.text
  }

  /// The names of a list's elements; `nil` if one of them has none.
  private func names(of items: [Node]) -> [String]? {
    let names = items.compactMap { $0.value(of: Self.nameKey)?.scalar?.text }
    return names.count == items.count ? names : nil
  }
}
