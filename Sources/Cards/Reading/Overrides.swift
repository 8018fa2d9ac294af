// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// The `--set path=value` options of a command line, laid over the tree of a card.
///
/// The options are a source of their own, one to a line, so that a finding about `abc` in
/// `--set detector.ecal.layers=abc` stands under `abc`. A path is made of keys and of names of
/// elements. What it names is replaced as a whole; setting the `value` of a measured number replaces
/// the number. A value that begins with `{`, `[` or a quote is read as YAML; any other is taken as it
/// is. Whether a key exists, and takes the value, is checked with the card.
package struct Overrides: Sendable {
  /// The options as findings show them.
  package let source: Source

  /// The bytes of each option after `--set `.
  private let options: [Range<Int>]

  private static let prefix = "--set "
  private static let reserved = ["schema", "kind", "extends"]
  private static let nameKey = "name"

  /// Takes the values of the options, such as `detector.ecal.layers=100`.
  package init(_ options: [String]) {
    var text = ""
    var ranges: [Range<Int>] = []
    for option in options {
      text += Self.prefix
      let start = text.utf8.count
      text += option
      ranges.append(start..<text.utf8.count)
      text += "\n"
    }
    source = Source(name: "command line", text: text, origin: .commandLine)
    self.options = ranges
  }

  /// A step of a path and its place.
  private struct Step {
    let name: String
    let place: Place
  }

  /// Lays the options over a tree, in their order.
  func apply(to tree: Node, _ findings: inout Findings) -> Node {
    var tree = tree
    for option in options {
      guard let (path, value) = read(option, &findings) else { continue }
      if let changed = set(path[...], to: value, in: tree, parents: [], &findings) {
        tree = changed
      }
    }
    return tree
  }

  // MARK: - Reading an option

  private func read(
    _ option: Range<Int>, _ findings: inout Findings
  ) -> (path: [Step], value: Node)? {
    let bytes = source.bytes
    guard let equals = bytes[option].firstIndex(of: UInt8(ascii: "=")) else {
      findings.append(
        .error(
          "\(quoted(String(decoding: bytes[option], as: UTF8.self))) sets nothing"
            + " (an override is path=value)", at: source.place(option),
          suggestion: "write for example --set detector.ecal.layers=100"))
      return nil
    }
    var path: [Step] = []
    var start = option.lowerBound
    // `path = value` is as good as `path=value`.
    let end = bytes[option.lowerBound..<equals].lastIndex { $0 != space }.map { $0 + 1 } ?? start
    for index in start...end where index == end || bytes[index] == UInt8(ascii: ".") {
      let name = String(decoding: bytes[start..<index], as: UTF8.self)
      let place = source.place(start..<index)
      guard !name.isEmpty else {
        findings.append(
          .error(
            "an empty name in the path (a path is names with dots between)",
            at: source.place(option.lowerBound..<equals),
            suggestion: "write for example --set detector.ecal.layers=100"))
        return nil
      }
      path.append(Step(name: name, place: place))
      start = index + 1
    }
    guard path.count < TreeReader.mostDepth else {
      findings.append(
        .error(
          "a path of \(path.count) names (cards are not nested that deep)",
          at: source.place(option.lowerBound..<equals)))
      return nil
    }
    if let first = path.first, path.count == 1, Self.reserved.contains(first.name) {
      findings.append(
        .error(
          "'\(first.name)' cannot be set (it says how the card itself is read)", at: first.place,
          suggestion: "change it in the card"))
      return nil
    }
    guard let value = value(of: (equals + 1)..<option.upperBound, &findings) else { return nil }
    return (path, value)
  }

  private func value(of range: Range<Int>, _ findings: inout Findings) -> Node? {
    let text = source.bytes[range]
    let start = text.firstIndex { $0 != space } ?? text.endIndex
    let end = (text.lastIndex { $0 != space } ?? start - 1) + 1
    let trimmed = start..<max(start, end)
    if let first = text[trimmed].first, "{['\"".utf8.contains(first) {
      return TreeReader.read(source, range: trimmed, into: &findings)
    }
    let style: Node.Scalar.Style = .plain
    let scalar = Node.Scalar(
      text: String(decoding: source.bytes[trimmed], as: UTF8.self), style: style)
    return Node(.scalar(scalar), at: source.place(trimmed))
  }

  // MARK: - Walking the tree

  /// The tree with a value set; `nil` after a finding.
  private func set(
    _ path: ArraySlice<Step>, to value: Node, in node: Node, parents: [String],
    _ findings: inout Findings
  ) -> Node? {
    guard let step = path.first else { return value }
    switch node.content {
    case .mapping(let entries):
      return set(step, path, to: value, in: node, entries, parents, &findings)
    case .sequence(let items):
      return set(step, path, to: value, in: node, items, parents, &findings)
    case .scalar(let scalar) where scalar.isAbsent:
      let empty = Node(.mapping([]), at: node.place)
      return set(path, to: value, in: empty, parents: parents, &findings)
    case .scalar, .refused:
      findings.append(
        .error(
          "\(quoted(parents.joined(separator: "."))) holds a value and has no \(quoted(step.name))",
          at: step.place,
          suggestion: "set it as a whole: --set \(printable(parents.joined(separator: ".")))=…",
          notes: [.init("the value is here", at: node.place)]))
      return nil
    }
  }

  private func set(
    _ step: Step, _ path: ArraySlice<Step>, to value: Node, in node: Node,
    _ entries: [Node.Entry], _ parents: [String], _ findings: inout Findings
  ) -> Node? {
    // A new value takes the error, the source and the certainty of the old one with it.
    let isNewValue = path.count == 1 && step.name == "value"
    var entries = isNewValue ? [] : entries
    let rest = path.dropFirst()
    let index = entries.firstIndex { $0.key == step.name }
    let old = index.map { entries[$0].value } ?? Node(.mapping([]), at: step.place)
    guard
      let new = set(rest, to: value, in: old, parents: parents + [step.name], &findings)
    else { return nil }
    let entry = Node.Entry(key: step.name, keyPlace: step.place, value: new)
    if let index {
      entries[index] = Node.Entry(
        key: step.name, keyPlace: rest.isEmpty ? step.place : entries[index].keyPlace, value: new)
    } else {
      entries.append(entry)
    }
    return Node(.mapping(entries), at: isNewValue ? value.place : node.place)
  }

  private func set(
    _ step: Step, _ path: ArraySlice<Step>, to value: Node, in node: Node, _ items: [Node],
    _ parents: [String], _ findings: inout Findings
  ) -> Node? {
    let names = items.map { $0.value(of: Self.nameKey)?.scalar?.text ?? "" }
    let list = quoted(parents.joined(separator: "."))
    guard let index = names.firstIndex(of: step.name) else {
      let isNamed = !names.contains("")
      let near = nearestName(to: step.name, among: names)
      let advice =
        isNamed
        ? near.map { "did you mean '\($0)'?" } ?? "elements here: \(listed(names))"
        : "set the list as a whole, for example ='[a, b]'"
      findings.append(
        .error(
          isNamed
            ? "no element of \(list) is named \(quoted(step.name))"
            : "\(list) is a list of values without names (a path cannot lead into it)",
          at: step.place, suggestion: advice))
      return nil
    }
    let rest = path.dropFirst()
    guard
      let new = set(rest, to: value, in: items[index], parents: parents + [step.name], &findings)
    else { return nil }
    var items = items
    items[index] = new
    return Node(.sequence(items), at: node.place)
  }
}
