// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Production
import Quantities
import Storage

extension CrossSectionExplanation {
  /// The explanation for people.
  func text(on channel: Channel) -> String {
    let request = report.request
    var parts = [channel.styled(printable(request.title), .strong)]
    for section in sections {
      var lines = Table([
        Table.Column(section.title), Table.Column("value", .number), Table.Column("unit"),
        Table.Column("how it comes about"), Table.Column("source"),
      ])
      for entry in section.entries {
        lines.append([
          entry.quantity, entry.value.formatted(significant: 7), entry.unit, entry.origin,
          entry.source ?? "",
        ])
      }
      parts.append(lines.rendered(on: channel))
    }
    parts.append(results(on: channel))
    let width = channel.columns ?? 100
    parts.append(
      formulas.map { formula in
        Paragraph(
          "\(formula.method.name): \(formula.method.meaning): \(formula.text) [\(formula.source)]",
          width: width
        ).hanging(by: 2)
      }.joined(separator: "\n"))
    let notes = report.remarks + report.points.flatMap(\.notes)
    parts.append(
      notes.map { Paragraph(printable($0), width: width).hanging(by: 2) }.joined(separator: "\n"))
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private func results(on channel: Channel) -> String {
    guard let point = report.points.first else { return "" }
    let request = report.request
    let unit = request.target.element == nil ? "pb/mean atom" : "pb/atom"
    let chosen = point.values.first { $0.method == method }?.crossSection?.perAtom.value
    var lines = Table([
      Table.Column("method"), Table.Column("sigma", unit: unit, .number),
      Table.Column("numerical error", .number), Table.Column("sigma", unit: "pb/g", .number),
      Table.Column("per X0", .number), Table.Column("/\(method.name)", .number),
    ])
    for value in point.values {
      let result = value.crossSection
      let ratio = result.flatMap { result in
        chosen.flatMap { $0 > 0 ? result.perAtom.value / $0 : nil }
      }
      lines.append([
        value.method.name, number(result?.perAtom.value, 7),
        number(result?.perAtom.relativeError, 1), number(result?.perGram.value, 6),
        number(result?.perRadiationLength?.value, 6), number(ratio, 5),
      ])
      if let full = value.full {
        lines.append([
          "  with break-up", number(full.perAtom.value, 7),
          number(full.perAtom.relativeError, 1), number(full.perGram.value, 6),
          number(full.perRadiationLength?.value, 6),
          number(chosen.flatMap { $0 > 0 ? full.perAtom.value / $0 : nil }, 5),
        ])
      }
    }
    return lines.rendered(on: channel)
  }

  private func number(_ number: Double?, _ digits: Int) -> String {
    guard let number else { return "" }
    return number.isFinite ? number.formatted(significant: digits) : "?"
  }

  /// The explanation for programs.
  var json: JSONValue {
    guard case .object(var members) = report.json else { return report.json }
    members["method"] = .string(method.name)
    members["ingredients"] = .array(
      sections.map { section in
        ["section": .string(section.title), "entries": .array(section.entries.map(\.json))]
      })
    members["formulas"] = .array(
      formulas.map {
        [
          "method": .string($0.method.name), "meaning": .string($0.method.meaning),
          "formula": .string($0.text), "source": .string($0.source),
        ]
      })
    return .object(members)
  }
}
