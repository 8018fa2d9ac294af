// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// The keys that one map of a card may have: a section, an element, a whole card.
package struct Form: Sendable {
  /// A check that involves several keys.
  package struct Check: Sendable {
    /// The names of the keys that must be sound before it runs; `nil` for all.
    let keys: Set<String>?
    let find: @Sendable (Section) -> [Finding]

    /// A check of a section in which nothing else is wrong.
    package init(_ find: @escaping @Sendable (Section) -> [Finding]) {
      keys = nil
      self.find = find
    }

    /// A check that reads some keys alone, and runs whatever is wrong with the others.
    package init(
      reading keys: any DeclaredKey..., find: @escaping @Sendable (Section) -> [Finding]
    ) {
      self.keys = Set(keys.map(\.name))
      self.find = find
    }
  }

  /// The name, such as `beam` or `sampling-calorimeter`.
  package let name: String

  /// One sentence, without a full stop, that says what the section describes.
  package let meaning: String

  /// The keys in the order in which they are printed.
  package let keys: [any DeclaredKey]

  /// The checks that involve several keys.
  let checks: [Check]

  /// Declares a form.
  package init(
    _ name: String, meaning: String, keys: [any DeclaredKey], checks: [Check] = []
  ) {
    self.name = name
    self.meaning = meaning
    self.keys = keys
    self.checks = checks
  }

  /// True if one of the keys must be given.
  var needsKeys: Bool { keys.contains(where: \.isRequired) }

  /// The form with further keys before its own.
  func preceded(by others: [any DeclaredKey]) -> Form {
    let own = keys.filter { key in !others.contains { $0.name == key.name } }
    return Form(name, meaning: meaning, keys: others + own, checks: checks)
  }

  /// Reads a map.
  ///
  /// - Parameters:
  ///   - entries: the entries of the map.
  ///   - place: the place of the map.
  ///   - decoding: the checking that this is a part of.
  /// - Returns: the section; `nil` if one of its keys is wrong, each of which has its finding.
  func read(
    _ entries: [Node.Entry], at place: Place, _ decoding: inout Decoding
  ) -> Section? {
    var values: [String: any StoredValue] = [:]
    var places: [String: Place] = [:]
    var unsound: Set<String> = []
    let given = Dictionary(entries.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let misspelt = misspeltKeys(among: entries, decoding)
    for key in keys {
      let value: (any StoredValue)?
      if let entry = given[key.name] {
        value = key.decode(entry, &decoding)
        places[key.name] = entry.value.place
      } else if misspelt.contains(key.name) {
        // Told once: the unknown key says what was meant.
        value = nil
      } else {
        value = key.decodeAbsent(&decoding)
      }
      values[key.name] = value
      if value == nil { unsound.insert(key.name) }
    }
    let names = Set(keys.map(\.name))
    for entry in entries where !names.contains(entry.key) {
      reportUnknown(entry, &decoding)
      unsound.insert(entry.key)
    }
    let section = Section(form: self, place: place, values: values, places: places)
    let findings = checks.flatMap { check in
      (check.keys ?? unsound).isDisjoint(with: unsound) ? check.find(section) : []
    }
    for finding in findings { decoding.report(finding) }
    let isSound = unsound.isEmpty && !findings.contains { $0.severity == .error }
    return isSound ? section : nil
  }

  private func reportUnknown(_ entry: Node.Entry, _ decoding: inout Decoding) {
    let title = decoding.title
    let root = decoding.root
    let here = decoding.path
    decoding.error(
      "unknown key \(quoted(entry.key)) (not a key of \(title))", at: entry.keyPlace,
      suggestion: advice(for: entry, in: root, at: here))
  }

  private func advice(for entry: Node.Entry, in root: Form, at here: [String]) -> String {
    if keyBeforeColon(in: entry.key) != nil { return "write a space after the ':'" }
    if let home = root.home(of: entry.key), home.path != here {
      return home.inWords
    }
    let names = keys.map(\.name)
    if let near = nearestName(to: entry.key, among: names) { return "did you mean '\(near)'?" }
    return names.isEmpty ? "remove it" : "keys here: \(listed(names))"
  }

  /// The required keys that are there under a wrong spelling, as the advice will say.
  private func misspeltKeys(among entries: [Node.Entry], _ decoding: Decoding) -> Set<String> {
    let names = keys.map(\.name)
    let given = Set(entries.map(\.key))
    let missing = keys.filter { $0.isRequired && !given.contains($0.name) }.map(\.name)
    guard !missing.isEmpty else { return [] }
    let meant = entries.filter { !names.contains($0.key) }.prefix(Findings.mostKept).compactMap {
      entry -> String? in
      if let key = keyBeforeColon(in: entry.key) { return key }
      if let home = decoding.root.home(of: entry.key), home.path != decoding.path { return nil }
      return nearestName(to: entry.key, among: names)
    }
    return Set(meant).intersection(missing)
  }

  /// The key that a text begins with where the space after the colon is missing.
  private func keyBeforeColon(in text: String) -> String? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let name = String(text[..<colon])
    return keys.contains { $0.name == name } ? name : nil
  }

  /// An example of the map in one line: a key that must be given, or any.
  var example: String {
    let keys = keys.filter { !$0.example.isEmpty }
    let first = keys.first(where: \.isRequired) ?? keys.first
    return first.map { "{\($0.name): \($0.example)}" } ?? ""
  }

  /// Where a key is at home.
  struct Home {
    /// The sections that lead to it, the outermost first.
    var path: [String]
    /// The kinds of elements that have it, if it belongs to elements.
    var kinds: [String] = []

    var inWords: String {
      guard !path.isEmpty else { return "it belongs to the card itself, not to a section" }
      let place = "'\(path.joined(separator: "."))'"
      guard let last = kinds.last else { return "it belongs in \(place)" }
      return "it belongs to an element of \(place)"
        + (last.isEmpty ? "" : " of kind \(alternatives(kinds))")
    }
  }

  /// Where a key of this name is at home; `nil` if no section has it.
  func home(of name: String) -> Home? {
    func has(_ form: Form) -> Bool { form.keys.contains { $0.name == name } }
    if has(self) { return Home(path: []) }
    let isOfEveryElement = [Element.name.name, Element.kindName].contains(name)
    for key in keys {
      switch key.shape {
      case .section(let form):
        guard let home = form.home(of: name) else { continue }
        return Home(path: [key.name] + home.path, kinds: home.kinds)
      case .elements(let forms, let haveKinds, _) where !isOfEveryElement:
        let kinds = forms.filter(has).map { haveKinds ? $0.name : "" }
        if !kinds.isEmpty { return Home(path: [key.name], kinds: kinds) }
      case .element(let forms) where !isOfEveryElement:
        let kinds = forms.filter(has).map(\.name)
        if !kinds.isEmpty { return Home(path: [key.name], kinds: kinds) }
      default: continue
      }
    }
    return nil
  }
}
