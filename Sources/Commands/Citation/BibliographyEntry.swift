// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A publication in BibTeX, with the text as it was written.
package struct BibliographyEntry: Hashable, Sendable {
  /// The key by which formulas, data and cards name it.
  package let key: String
  /// What it is, such as `article`.
  package let kind: String
  /// Its fields by name, without their outer braces.
  package let fields: [String: String]
  /// The entry as it was written, without a line end.
  package let text: String

  /// The title for people: without braces and accents of TeX.
  package var title: String { plain(fields["title"] ?? "") }

  /// The first author or editor, else the institution, and the year: `Leveille 1978`.
  package var label: String {
    let group = fields["collaboration"].map(plain)
    let names = plain(fields["author"] ?? fields["editor"] ?? "")
    let first = names.split(separator: ",").first.map(String.init)
    let body = plain(fields["institution"] ?? fields["organization"] ?? "")
    return [group ?? first ?? body, fields["year"] ?? ""].filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  /// Where it is found: `arXiv:1610.02988`, else `doi:...`, else the address; nil for none.
  package var location: String? {
    fields["eprint"].map { "arXiv:\($0)" } ?? fields["doi"].map { "doi:\($0)" } ?? fields["url"]
  }

  /// Text without what TeX needs and people do not: `$e^+ \to \pi^0$` is `e^+ -> pi^0`.
  private func plain(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let character = rest.popFirst() {
      switch character {
      case "{", "}", "$": continue
      case "~", "\n", "\t": result.append(" ")
      case "\\":
        let command = rest.prefix { $0.isLetter }
        if let mark = rest.first, "&%_#$".contains(mark) { result.append(mark) }
        rest = rest.dropFirst(max(1, command.count))
        // A single letter or mark is an accent: K\"allen is Kallen.
        guard command.count > 1 else { continue }
        result += command == "to" ? "->" : command
        if rest.first == "{" { result.append(" ") }
      default: result.append(character)
      }
    }
    return result.split(separator: " ").joined(separator: " ")
  }
}
