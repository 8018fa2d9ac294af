// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// The reference of the language of cards, made from the declarations.
package enum ReferencePage {
  /// The tables of all keys of some kinds of cards, in Markdown.
  ///
  /// The text depends on the declarations alone, so that a test can hold a file against it.
  package static func markdown(for kinds: [CardKind]) -> String {
    var page = Page()
    page.header(kinds)
    for kind in kinds { page.kind(kind) }
    return page.text
  }
}

private struct Page {
  private(set) var text = ""

  /// The list under which the kinds of elements are described.
  private var homeOfKinds = ""

  mutating func header(_ kinds: [CardKind]) {
    let first: [any DeclaredKey] = [
      CardHeader.schema, CardHeader.kind(among: kinds.map(\.name)), CardHeader.extends,
    ]
    add("## Every card")
    table(first)
  }

  mutating func kind(_ kind: CardKind) {
    add("## `kind: \(kind.name)`")
    add(sentence(kind.form.meaning))
    form(kind.form, path: "")
  }

  private mutating func form(_ form: Form, path: String) {
    table(form.keys)
    for key in form.keys {
      nested(key.shape, path: path.isEmpty ? key.name : path + "." + key.name, meaning: key.meaning)
    }
  }

  private mutating func nested(_ shape: Shape, path: String, meaning: String) {
    switch shape {
    case .section(let form):
      add("### `\(path)`")
      add(sentence(meaning))
      self.form(form, path: path)
    case .elements(let forms, let haveKinds, let stock):
      add("### `\(path)`")
      add(sentence(meaning) + " Elements are addressed as `\(path).NAME`.")
      if let stock { add(stock.inWords) }
      if haveKinds { homeOfKinds = path }
      for form in forms {
        if haveKinds {
          add("#### `\(path)` of kind `\(form.name)`")
          add(sentence(form.meaning))
        }
        self.form(form, path: path + ".NAME")
      }
    case .element(let forms):
      add("### `\(path)`")
      add(sentence(meaning))
      let kinds = forms.map { "`\($0.name)`" }.joined(separator: ", ")
      add(
        homeOfKinds.isEmpty
          ? "Its kind is one of \(kinds)."
          : "The keys are those of an element of `\(homeOfKinds)`, without those that place it: "
            + "\(kinds).")
    case .list(let item, _): nested(item, path: path, meaning: meaning)
    case .map(let value): nested(value, path: path + ".NAME", meaning: meaning)
    case .value, .choice, .measured: break
    }
  }

  private mutating func table(_ keys: [any DeclaredKey]) {
    guard !keys.isEmpty else { return }
    var rows = ["| key | type and unit | default | meaning | example |", "|---|---|---|---|---|"]
    for key in keys {
      let cells = [
        "`\(key.name)`", key.shape.inWords, defaultInWords(key), key.meaning,
        key.example.isEmpty ? "" : "`\(key.example)`",
      ]
      let escaped = cells.map { $0.split(separator: "|", omittingEmptySubsequences: false) }
      rows.append(
        "| " + escaped.map { $0.joined(separator: "\\|") }.joined(separator: " | ") + " |")
    }
    add(rows.joined(separator: "\n"))
  }

  private func defaultInWords(_ key: any DeclaredKey) -> String {
    if key.isRequired { return "required" }
    guard let value = key.writtenDefault else {
      if case .section = key.shape { return "its defaults" }
      return "none"
    }
    return "`" + YAMLPrinter(showsMeanings: false).line(for: value) + "`"
  }

  private func sentence(_ text: String) -> String {
    guard let first = text.first else { return "" }
    return first.uppercased() + text.dropFirst() + "."
  }

  private mutating func add(_ paragraph: String) {
    text += (text.isEmpty ? "" : "\n") + paragraph + "\n"
  }
}
