// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Lays out findings for people: `file:line:column`, the source line, a caret, the suggestion.
///
///     na64e.yaml:3:28: error: '100' has no unit (a momentum needs one)
///         3 | beam: {particle: e-, momentum: 100}
///           |                                ^~~
///           = write for example '100 GeV/c'
package struct FindingPrinter: Sendable {
  /// Whether to colour for a terminal.
  package var isColored: Bool

  /// So many findings are printed; the rest is counted.
  package var mostPrinted: Int

  /// Makes a printer.
  package init(isColored: Bool = false, mostPrinted: Int = 20) {
    self.isColored = isColored
    self.mostPrinted = mostPrinted
  }

  /// All findings in the order of their places, each line ended.
  package func text(for findings: Findings) -> String {
    let sorted = findings.byPlace
    var text = sorted.prefix(mostPrinted).map(self.text).joined()
    let left = findings.count - min(sorted.count, mostPrinted)
    if left > 0 { text += "and \(left) more finding\(left == 1 ? "" : "s")\n" }
    return text
  }

  /// One finding, each line ended.
  package func text(for finding: Finding) -> String {
    let color = finding.severity == .error ? Style.error : Style.warning
    var text = head(
      finding.place, label: finding.severity.rawValue, color: color, message: finding.message)
    text += excerpt(finding.place, color: color)
    if !finding.suggestion.isEmpty {
      text += gutter + styled("=", .gutter) + " " + finding.suggestion + "\n"
    }
    for note in finding.notes {
      text += head(note.place, label: "note", color: .note, message: note.message)
      text += excerpt(note.place, color: .note)
    }
    return text
  }

  private let gutter = "      "

  private func head(_ place: Place, label: String, color: Style, message: String) -> String {
    let start = place.start
    let location = "\(printable(place.source.name)):\(start.line):\(start.column):"
    return
      "\(styled(location, .strong)) \(styled(label + ":", color)) \(styled(message, .strong))\n"
  }

  private func excerpt(_ place: Place, color: Style) -> String {
    guard let excerpt = Excerpt(of: place) else { return "" }
    let number = String(excerpt.lineNumber)
    let pad = String(repeating: " ", count: max(0, gutter.count - 1 - number.count))
    let bar = styled("|", .gutter)
    return """
      \(pad)\(styled(number, .gutter)) \(bar) \(excerpt.line)
      \(gutter)\(bar) \(styled(excerpt.underline, color))

      """
  }

  private enum Style: String {
    case strong = "1"
    case error = "1;31"
    case warning = "1;35"
    case note = "1;36"
    case gutter = "34"
  }

  private func styled(_ text: String, _ style: Style) -> String {
    isColored ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
