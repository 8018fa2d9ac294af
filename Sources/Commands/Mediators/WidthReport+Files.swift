// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Quantities
import Storage

extension WidthReport {
  /// The report for programs.
  var json: JSONValue {
    [
      "model": .string(model.name), "coupling": .string(model.interaction.couplingName),
      model.interaction.couplingName: .number(coupling),
      "points": .array(tables.map(point)),
    ]
  }

  private func point(of table: DecayTable) -> JSONValue {
    let stability = stability(of: table)
    var members: [String: JSONValue] = [
      "mass_gev": .number(table.mass.gev), "notes": .array(table.notes.map { .string($0) }),
    ]
    members.set("width_gev", table.totalWidth, note: Self.excess)
    let length = table.properDecayLength?.mm ?? .infinity
    let lifetime = table.lifetime?.s ?? .infinity
    let reason = stability ?? "the lifetime is too long for a number"
    members.set("ctau_mm", length, note: reason)
    members.set("lifetime_s", lifetime, note: reason)
    members["channels"] = .object(
      Dictionary(
        table.channels.map { ($0.name, self.channel($0, of: table, stability)) }
      ) { first, _ in first })
    return .object(members)
  }

  private func channel(
    _ channel: DecayChannel, of table: DecayTable, _ stability: String?
  ) -> JSONValue {
    var members: [String: JSONValue] = channel.note.map { ["note": .string($0)] } ?? [:]
    members.set("width_gev", channel.width, note: Self.excess)
    if channel.isClosed, table.isStable {
      // Why it is closed is why there is no ratio.
      members["branching_ratio"] = .null
    } else {
      members.set(
        "branching_ratio", table.branchingRatio(of: channel.name) ?? .nan,
        note: stability ?? Self.excess)
    }
    return .object(members)
  }

  /// Why a width is no number: couplings and masses have no upper end.
  private static let excess = "the width is beyond the range of numbers"

  /// The report as a table: one row a mass; what is infinite or undefined is empty.
  var csv: String {
    let names = tables.first?.channels.map(\.name) ?? []
    let columns =
      ["mass_gev", "width_gev", "lifetime_s", "ctau_mm"]
      + names.map { "width_gev \($0)" } + names.map { "branching_ratio \($0)" }
    let rows = tables.map { table in
      let widths = names.map { table[$0]?.width }
      let ratios = names.map { table.branchingRatio(of: $0) }
      let whole = [
        table.mass.gev, table.totalWidth, table.lifetime?.s, table.properDecayLength?.mm,
      ]
      return (whole + widths + ratios).map(Self.field).joined(separator: ",")
    }
    let header = "# model: \(model.name), \(model.interaction.couplingName): \(coupling)"
    return ([printable(header), columns.joined(separator: ",")] + rows)
      .map { $0 + "\n" }.joined()
  }

  private static func field(_ number: Double?) -> String {
    guard let number, number.isFinite else { return "" }
    return "\(number)"
  }
}
