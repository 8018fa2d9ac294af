// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// A doc comment with a `- Source:`, and what it documents.
struct DocumentedFormula: Equatable {
  /// The type or function, with the types around it: `OneLoopMoment.heavyPerCouplingSquared`.
  let name: String
  /// The file, from the root of the checkout.
  let file: String
  /// The doc comment without parameters, results and sources.
  let text: String
  /// What stands after each `- Source:`.
  let sources: [String]

  /// The module, which is the folder below `Sources`.
  var module: String { file.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

  /// All formulas in the text of a source file.
  static func formulas(in source: String, file: String) -> [DocumentedFormula] {
    var formulas: [DocumentedFormula] = []
    var scopes: [(indent: Int, name: String)] = []
    var comment: [String] = []
    for line in source.components(separatedBy: "\n") {
      let bare = line.drop { $0 == " " }
      let indent = line.count - bare.count
      if bare.hasPrefix("///") {
        comment.append(String(bare.dropFirst(bare.hasPrefix("/// ") ? 4 : 3)))
        continue
      }
      if bare.isEmpty || bare.hasPrefix("//") || bare.hasPrefix("@") { continue }
      scopes.removeAll { $0.indent >= indent }
      if let declared = declaredName(in: bare) {
        let name = (scopes.map(\.name) + [declared.name]).joined(separator: ".")
        let (text, sources) = split(comment)
        if !sources.isEmpty {
          formulas.append(
            DocumentedFormula(name: name, file: file, text: text, sources: sources))
        }
        if declared.isScope { scopes.append((indent, declared.name)) }
      }
      comment = []
    }
    return formulas
  }

  private static func declaredName(in line: Substring) -> (name: String, isScope: Bool)? {
    let pattern =
      /\b(struct|enum|class|protocol|actor|extension|func|var|let|case|typealias|init|subscript)\b\s*([\w.]*)/
    guard let match = line.firstMatch(of: pattern) else { return nil }
    let kind = String(match.1)
    let isScope = ["struct", "enum", "class", "protocol", "actor", "extension"].contains(kind)
    let name = ["init", "subscript"].contains(kind) ? kind : String(match.2)
    return (name.isEmpty ? kind : name, isScope)
  }

  /// A doc comment taken apart: the text for a reader of formulas, and the sources.
  private static func split(_ comment: [String]) -> (text: String, sources: [String]) {
    var text: [String] = []
    var sources: [String] = []
    var isSource = false
    var isSkipped = false
    for line in comment {
      if let match = line.firstMatch(of: /^- Source: *(.*)$/) {
        sources.append(String(match.1))
        (isSource, isSkipped) = (true, false)
      } else if line.hasPrefix("- ") {
        (isSource, isSkipped) = (false, line.contains(/^- (Parameter|Returns|Throws|Pre|Note)/))
        if !isSkipped { text.append(line) }
      } else if line.hasPrefix(" "), isSource {
        sources[sources.count - 1] += " " + line.trimmingCharacters(in: .whitespaces)
      } else if line.hasPrefix(" "), isSkipped {
        continue
      } else {
        (isSource, isSkipped) = (false, false)
        text.append(line)
      }
    }
    let joined = text.joined(separator: "\n").replacing("``", with: "`")
    return (joined.trimmingCharacters(in: .newlines), sources)
  }
}
