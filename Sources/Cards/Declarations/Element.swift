// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// One of a list of named things, such as a part of a detector, a run period or a cut.
///
/// Elements are addressed by name: a card that extends another changes `ecal` by its name, and so
/// does `--set detector.ecal.layers=100`.
package struct Element: Sendable {
  /// The name, unique in its list.
  package let name: String
  /// The kind that decides which keys it has; empty in lists that know no kinds.
  package let kind: String
  /// Its keys.
  package let section: Section

  /// The value of a key.
  package subscript<Value>(key: Key<Value>) -> Value { section[key] }

  /// The key that every element has.
  package static let name = Key(
    "name", .name(), meaning: "name, unique in the list", example: "ecal")

  static let kindName = "kind"

  /// The key that decides which other keys an element has.
  static func kind(among kinds: [String]) -> Key<String> {
    Key(kindName, .choice(kinds), meaning: "what the element is; the other keys depend on it")
  }
}

extension Notation {
  /// A list of named elements that all have the keys of one form.
  package static func elements(_ form: Form) -> Notation where Value == [Element] {
    let form = form.preceded(by: [Element.name])
    return elements(shape: .elements([form], haveKinds: false)) { _, _ in (form, "") }
  }

  /// A list of named elements whose keys depend on their `kind`, the name of one of the forms.
  ///
  /// - Parameters:
  ///   - forms: one for each kind.
  ///   - stock: the cards that an element may start from, under the key `extends`.
  /// - Returns: the notation of the list.
  package static func elements(
    kinds forms: [Form], from stock: Stock? = nil
  ) -> Notation where Value == [Element] {
    let kind = Element.kind(among: forms.map(\.name))
    let forms = forms.map { $0.preceded(by: [Element.name, kind]) }
    return elements(shape: .elements(forms, haveKinds: true, stock: stock)) { node, decoding in
      form(of: node, among: forms, kind, &decoding).map { ($0, $0.name) }
    }
  }

  /// One element whose keys depend on its `kind`; the card that holds it gives the name.
  package static func element(kinds forms: [Form]) -> Notation where Value == Element {
    let kind = Element.kind(among: forms.map(\.name))
    let forms = forms.map { $0.preceded(by: [kind]) }
    return Notation(
      shape: .element(forms),
      read: { node, decoding in
        guard let entries = decoding.entries(of: node, example: "{kind: …}"),
          let form = form(of: node, among: forms, kind, &decoding),
          let section = form.read(entries, at: node.place, &decoding)
        else { return nil }
        return Element(name: "", kind: form.name, section: section)
      },
      write: { $0.section.written })
  }

  /// The form that the `kind` of an element chooses; `nil` after a finding.
  private static func form(
    of node: Node, among forms: [Form], _ kind: Key<String>, _ decoding: inout Decoding
  ) -> Form? {
    guard let value = node.value(of: kind.name) else {
      guard !decoding.isPartial else { return nil }
      let place = decoding.anchor
      let title = decoding.title
      decoding.error(
        "missing key 'kind' in \(title) (\(kind.meaning))", at: place,
        suggestion: "add 'kind:' with \(alternatives(forms.map(\.name)))")
      return nil
    }
    guard let scalar = value.scalar, let form = forms.first(where: { $0.name == scalar.text })
    else {
      _ = kind.notation.read(value, &decoding)
      return nil
    }
    return form
  }

  private static func elements(
    shape: Shape,
    formOf: @escaping @Sendable (Node, inout Decoding) -> (form: Form, kind: String)?
  ) -> Notation where Value == [Element] {
    Notation(
      shape: shape,
      read: { node, decoding in
        guard let items = decoding.items(of: node, example: "") else { return nil }
        var names: [String: Place] = [:]
        var elements: [Element] = []
        for (index, item) in items.enumerated() {
          guard let entries = decoding.entries(of: item, example: "{name: …}") else { continue }
          let nameNode = item.value(of: Element.name.name)
          if let name = nameNode?.scalar?.text, let place = nameNode?.place {
            if let first = names[name] {
              decoding.error(
                "a second element named \(quoted(name)) (names are unique in a list)", at: place,
                suggestion: "give it another name",
                notes: [.init("the first one is here", at: first)])
            }
            names[name] = names[name] ?? place
          }
          if let removal = entries.first(where: { $0.key == Merger.removeKey }) {
            guard !decoding.isPartial else { continue }
            decoding.error(
              "nothing to remove (\(quoted(nameNode?.scalar?.text ?? "")) does not come from a"
                + " card that this one extends)", at: removal.keyPlace,
              suggestion: "remove the element itself")
            continue
          }
          let title = nameNode?.scalar?.text ?? "[\(index + 1)]"
          let element = decoding.inside(title, at: nameNode?.place ?? item.place) {
            decoding -> Element? in
            guard let (form, kind) = formOf(item, &decoding) else { return nil }
            let section = form.read(entries, at: item.place, &decoding)
            return section.map { Element(name: $0[Element.name], kind: kind, section: $0) }
          }
          if let element { elements.append(element) }
        }
        return elements.count == items.count && names.count == items.count ? elements : nil
      },
      write: { .list($0.map(\.section.written)) })
  }
}
