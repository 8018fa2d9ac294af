// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// A value under a free key, such as the share of a particle in a beam.
package struct Named<Value: Sendable>: Sendable {
  /// The key.
  package let name: String
  /// The value.
  package let value: Value
  /// The place of the key; `nil` for a default.
  package let place: Place?

  /// Makes a named value.
  package init(_ name: String, _ value: Value, at place: Place? = nil) {
    self.name = name
    self.value = value
    self.place = place
  }
}

extension Named: Equatable where Value: Equatable {
  /// Named values are equal if name and value are, wherever they were written.
  package static func == (first: Named, second: Named) -> Bool {
    first.name == second.name && first.value == second.value
  }
}

extension Notation {
  /// A list of values of one notation, such as `[6, 6]`.
  package static func list<Item>(
    of item: Notation<Item>, count: ClosedRange<Int> = 0...Int.max
  ) -> Notation where Value == [Item] {
    let howMany = countInWords(count)
    let shape = Shape.list(item.shape, count: howMany)
    return Notation(
      shape: shape,
      read: { node, decoding in
        guard let nodes = decoding.items(of: node, example: shape.example) else { return nil }
        let values = nodes.map { item.read($0, &decoding) }
        let sound = values.compactMap { $0 }
        guard count.contains(nodes.count) else {
          decoding.error(
            "a list of \(nodes.count) (\(howMany) belong here)", at: node.place)
          return nil
        }
        return sound.count == nodes.count ? sound : nil
      },
      write: { values in .list(values.compactMap(item.write)) })
  }

  /// A map with free keys and values of one notation, such as `{pi-: 1 %}`; it keeps its order.
  package static func map<Item>(
    of value: Notation<Item>, namedBy example: String = "name"
  ) -> Notation where Value == [Named<Item>] {
    let shape = Shape.map(value.shape)
    return Notation(
      shape: shape,
      read: { node, decoding in
        let text = value.shape.example.isEmpty ? "" : "{\(example): \(value.shape.example)}"
        guard let entries = decoding.entries(of: node, example: text) else { return nil }
        let values = entries.map { entry in
          decoding.inside(entry.key, at: entry.keyPlace) { value.read(entry.value, &$0) }
            .map { Named(entry.key, $0, at: entry.keyPlace) }
        }
        let sound = values.compactMap { $0 }
        return sound.count == entries.count ? sound : nil
      },
      write: { values in
        .map(
          values.compactMap { item in value.write(item.value).map { .init(item.name, $0) } })
      })
  }

  /// A section with the keys of a form.
  package static func section(_ form: Form) -> Notation where Value == Section {
    var notation = Notation(
      shape: .section(form),
      read: { node, decoding in
        // `beam:` with nothing after it is a section without keys.
        if let scalar = node.scalar, scalar.isAbsent {
          return form.read([], at: node.place, &decoding)
        }
        let example = form.example
        guard let entries = decoding.entries(of: node, example: example) else { return nil }
        return form.read(entries, at: node.place, &decoding)
      },
      write: { $0.written })
    notation.readAbsent = { decoding in form.read([], at: decoding.anchor, &decoding) }
    return notation
  }
}

private func countInWords(_ count: ClosedRange<Int>) -> String {
  if count.lowerBound == count.upperBound { return "\(count.lowerBound)" }
  if count.upperBound == .max {
    return count.lowerBound == 0 ? "" : "\(count.lowerBound) or more"
  }
  return "\(count.lowerBound) to \(count.upperBound)"
}
