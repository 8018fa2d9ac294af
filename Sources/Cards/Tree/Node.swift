// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A value in a card, with its place.
///
/// A node does not know what it means: `no` is two letters until a declaration says that the key
/// takes a switch or a name.
package struct Node: Sendable {
  /// What a node holds.
  package indirect enum Content: Sendable {
    /// A text, quoted or not.
    case scalar(Scalar)
    /// A list.
    case sequence([Node])
    /// A map whose entries keep their order.
    case mapping([Entry])
    /// Something that a finding has refused already, such as an alias; readers pass it in silence.
    case refused
  }

  /// A text and how it was written.
  package struct Scalar: Sendable {
    /// How a text was written.
    package enum Style: Sendable {
      /// Without quotes.
      case plain
      /// Between single quotes.
      case singleQuoted
      /// Between double quotes, with escapes.
      case doubleQuoted
      /// As a block, after `|` or `>`.
      case block
    }

    /// The text with quotes, escapes and foldings resolved.
    package let text: String
    /// How it was written.
    package let style: Style

    /// True for the nothing of `key:` and of `[a, , b]`.
    package var isAbsent: Bool { text.isEmpty && style == .plain }
  }

  /// A key and its value.
  package struct Entry: Sendable {
    /// The key's text.
    package let key: String
    /// The place of the key.
    package let keyPlace: Place
    /// The value.
    package var value: Node
  }

  /// What the node holds.
  package var content: Content

  /// Where it was written.
  package let place: Place

  /// Makes a node.
  package init(_ content: Content, at place: Place) {
    self.content = content
    self.place = place
  }

  /// The scalar, if the node is one.
  package var scalar: Scalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  /// The items, if the node is a list.
  package var items: [Node]? {
    if case .sequence(let items) = content { items } else { nil }
  }

  /// The entries, if the node is a map.
  package var entries: [Entry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// The value of a key, if the node is a map that has it.
  package func value(of key: String) -> Node? {
    entries?.first { $0.key == key }?.value
  }

  /// What the node is, with its article, for messages.
  var kindInWords: String {
    switch content {
    case .scalar(let scalar): scalar.isAbsent ? "nothing" : "a value"
    case .sequence: "a list"
    case .mapping: "a map"
    case .refused: "something refused"
    }
  }
}

extension Node {
  /// The place of some characters of a scalar's text.
  ///
  /// Where the text stands in the source as it is, without escapes and foldings, the place is exact;
  /// otherwise it is that of the whole scalar.
  package func place(ofCharacters range: Range<Int>) -> Place {
    guard let scalar, !scalar.text.isEmpty else { return place }
    var start = place.bytes.lowerBound
    var end = place.bytes.upperBound
    if scalar.style == .singleQuoted || scalar.style == .doubleQuoted {
      start += 1
      end -= 1
    }
    let text = scalar.text
    let utf8 = text.utf8
    guard start <= end, end <= place.source.bytes.count, utf8.count == end - start,
      utf8.elementsEqual(place.source.bytes[start..<end])
    else { return place }
    func offset(_ count: Int) -> Int {
      let index = text.index(text.startIndex, offsetBy: count, limitedBy: text.endIndex)
      return utf8.distance(from: text.startIndex, to: index ?? text.endIndex)
    }
    let first = offset(max(0, range.lowerBound))
    let last = max(first, offset(max(0, range.upperBound)))
    guard first < last else { return place }
    return place.source.place((start + first)..<(start + last))
  }
}
