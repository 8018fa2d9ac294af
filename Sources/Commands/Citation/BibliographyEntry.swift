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

  /// The first author or editor and the year: `Leveille 1978`, `NA64 2021`.
  package var label: String {
    let names = plain(fields["collaboration"] ?? fields["author"] ?? fields["editor"] ?? "")
    let first = names.split(separator: " and ").first.map(String.init) ?? ""
    let family =
      fields["collaboration"] == nil
      ? first.split(separator: ",").first.map(String.init) ?? first : first
    return [family, fields["year"] ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Where it is found: `arXiv:1610.02988`, else `doi:...`, else the address; nil for none.
  package var location: String? {
    fields["eprint"].map { "arXiv:\($0)" } ?? fields["doi"].map { "doi:\($0)" } ?? fields["url"]
  }

  /// Text without what TeX needs and people do not.
  private func plain(_ text: String) -> String {
    var result = ""
    var isCommand = false
    for character in text {
      switch character {
      case "{", "}": isCommand = false
      case "\\": isCommand = true
      case _ where isCommand:
        // An accent such as \" or \'; letters after it are kept, so K\"allen is Kallen.
        isCommand = false
        if character == "&" || character == "%" || character == "_" { result.append(character) }
      case "\n", "\t": result.append(" ")
      case "~": result.append(" ")
      default: result.append(character)
      }
    }
    return result.split(separator: " ").joined(separator: " ")
  }
}
