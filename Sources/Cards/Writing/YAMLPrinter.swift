// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Writes a card as YAML that reads back as the same card.
///
/// Keys come in the order of their declaration. With meanings, every declared key explains itself
/// on its line, so that the card teaches its own language.
package struct YAMLPrinter: Sendable {
  /// Whether to write what each key means after its value.
  package var showsMeanings: Bool

  /// Makes a printer.
  package init(showsMeanings: Bool = true) { self.showsMeanings = showsMeanings }

  /// The text of a card or of a part of one, each line ended.
  package func text(for written: Written) -> String {
    var lines: [String] = []
    var explained: Set<String> = []
    switch written {
    case .map(let fields) where !fields.isEmpty:
      lines += block(fields, indent: 0, path: "", &explained)
    case .list(let items) where !items.isEmpty: lines += block(items, indent: 0)
    default: lines.append(flow(written))
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// A part of a card on one line, as tables show it.
  func line(for written: Written) -> String { flow(written) }

  /// Maps and lists of plain values that fit on a line of this length stay on it.
  private let longestFlow = 72
  private let commentColumn = 40
  private let lineLength = 100

  private func block(
    _ fields: [Written.Field], indent: Int, path: String, _ explained: inout Set<String>
  ) -> [String] {
    var lines: [String] = []
    for field in fields {
      let path = path + "." + field.key
      let isNew = explained.insert(path + ": " + field.meaning).inserted
      let meaning = isNew ? field.meaning : ""
      let lead = String(repeating: " ", count: indent)
      let key = lead + ScalarText.value(field.key) + ":"
      switch field.value {
      case .map(let inner) where !fitsFlow(field.value):
        lines += commented(key, meaning, lead)
        lines += block(inner, indent: indent + 2, path: path, &explained)
      case .list(let items) where !fitsFlow(field.value):
        lines += commented(key, meaning, lead) + block(items, indent: indent + 2)
      default:
        lines += commented(key + " " + flow(field.value), meaning, lead)
      }
    }
    return lines
  }

  private func block(_ items: [Written], indent: Int) -> [String] {
    // What one item of a list explains its sisters need not say again.
    var explained: Set<String> = []
    var lines: [String] = []
    for item in items {
      let lead = String(repeating: " ", count: indent)
      switch item {
      case .map(let fields) where !fitsFlow(item):
        let inner = block(fields, indent: indent + 2, path: "", &explained)
        lines += itemLines(inner, lead: lead)
      case .list(let inner) where !fitsFlow(item):
        lines += itemLines(block(inner, indent: indent + 2), lead: lead)
      default:
        lines.append(lead + "- " + flow(item))
      }
    }
    return lines
  }

  /// Puts the dash of an item into the indentation of its first line.
  private func itemLines(_ lines: [String], lead: String) -> [String] {
    guard let first = lines.first else { return [] }
    return [lead + "- " + first.dropFirst(lead.count + 2)] + lines.dropFirst()
  }

  private func fitsFlow(_ written: Written) -> Bool {
    switch written {
    case .value, .text: true
    case .list(let items): items.allSatisfy(isScalar) && flow(written).count <= longestFlow
    case .map(let fields):
      fields.isEmpty
        || fields.allSatisfy { $0.meaning.isEmpty && isScalar($0.value) }
          && flow(written).count <= longestFlow
    }
  }

  private func isScalar(_ written: Written) -> Bool {
    switch written {
    case .value, .text: true
    case .list, .map: false
    }
  }

  private func flow(_ written: Written) -> String {
    switch written {
    case .value(let text): ScalarText.value(text)
    case .text(let text): ScalarText.text(text)
    case .list(let items): "[" + items.map(flow).joined(separator: ", ") + "]"
    case .map(let fields):
      "{"
        + fields.map { ScalarText.value($0.key) + ": " + flow($0.value) }.joined(separator: ", ")
        + "}"
    }
  }

  /// A line with the meaning of its key behind it, or before it where both are too long for a line.
  private func commented(_ line: String, _ meaning: String, _ lead: String) -> [String] {
    guard showsMeanings, !meaning.isEmpty else { return [line] }
    let pad = String(repeating: " ", count: max(2, commentColumn - line.count))
    let whole = line + pad + "# " + meaning
    return whole.count <= lineLength ? [whole] : [lead + "# " + meaning, line]
  }
}
