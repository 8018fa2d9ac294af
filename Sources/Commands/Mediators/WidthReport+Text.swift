// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Quantities

extension WidthReport {
  /// The report for people: the channels of a single mass, or one row a mass.
  func text(on channel: Channel) -> String {
    let title = "\(model.title.isEmpty ? model.name : model.title): \(couplingText)"
    let heading = channel.styled(printable(title), .strong)
    let parts =
      tables.count == 1
      ? tables.flatMap { [summary(of: $0), channels(of: $0, on: channel)] }
      : [rows(on: channel)]
    let remarks = notes.map { Paragraph($0, width: channel.columns ?? 100).hanging(by: 2) }
    return ([heading] + parts + [remarks.joined(separator: "\n")]).filter { !$0.isEmpty }
      .joined(separator: "\n\n")
  }

  private var couplingText: String {
    let number = coupling.formatted(significant: 6)
    return switch model.interaction.couplingName {
    case "g_per_gev": "g = \(number) /GeV"
    case let name: "\(name) = \(number)"
    }
  }

  private func summary(of table: DecayTable) -> String {
    let life = [lifetime(of: table), length(of: table)]
    let entries = [
      ("mass", "\(table.mass.formatted(significant: 6))"),
      ("width", number(table.totalWidth, 6) + " GeV"),
      ("lifetime", stability(of: table) ?? life[0] + " s"),
      ("c tau", stability(of: table).map { _ in "infinite" } ?? life[1] + " mm"),
    ]
    return entries.map { name, value in
      name + String(repeating: " ", count: 10 - name.count) + value
    }.joined(separator: "\n")
  }

  private func channels(of table: DecayTable, on channel: Channel) -> String {
    var lines = Table([
      Table.Column("channel"), Table.Column("width", unit: "GeV", .number),
      Table.Column("branching ratio", .number), Table.Column("note"),
    ])
    for entry in table.channels {
      lines.append([
        entry.name, number(entry.width, 6), share(entry.name, of: table),
        entry.note ?? "",
      ])
    }
    return lines.rendered(on: channel)
  }

  private func rows(on channel: Channel) -> String {
    let masses = MassColumn(for: tables.map(\.mass))
    var lines = Table(
      [
        masses.column, Table.Column("width", unit: "GeV", .number),
        Table.Column("lifetime", unit: "s", .number), Table.Column("c tau", unit: "mm", .number),
      ] + openChannels.map { Table.Column("B(\($0))", .number) })
    for table in tables {
      lines.append(
        [
          masses.entry(table.mass), number(table.totalWidth, 5),
          table.isStable ? "stable" : lifetime(of: table),
          table.isStable ? "" : length(of: table),
        ] + openChannels.map { share($0, of: table) })
    }
    return lines.rendered(on: channel)
  }

  private func lifetime(of table: DecayTable) -> String {
    table.lifetime.map { number($0.s, 5) } ?? ""
  }

  private func length(of table: DecayTable) -> String {
    table.properDecayLength.map { number($0.mm, 5) } ?? ""
  }

  /// A number for people; what is beyond the range of numbers is told by a question mark.
  private func number(_ number: Double, _ digits: Int) -> String {
    number.isFinite ? number.formatted(significant: digits) : "?"
  }

  private func share(_ name: String, of table: DecayTable) -> String {
    guard let ratio = table.branchingRatio(of: name), ratio.isFinite else { return "" }
    return ratio.formatted(significant: 5)
  }

  /// What holds for the whole, each remark once: a single mass has those of its channels in its
  /// table.
  private var notes: [String] {
    let ofChannels = tables.flatMap { table in
      table.channels.compactMap { channel in
        channel.width > 0 ? channel.note.map { "\(channel.name): \($0)" } : nil
      }
    }
    let stable = tables.compactMap(stability)
    let all = tables.flatMap(\.notes) + (tables.count > 1 ? ofChannels + stable : [])
    var seen: Set<String> = []
    return all.filter { seen.insert($0).inserted }
  }
}
