// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Showers

extension ShowerReport {
  /// The report for people: the profile, what it comes to, and track lengths.
  func text(on channel: Channel) -> String {
    let showers = tally.events == 1 ? "1 shower" : "\(tally.events) showers"
    let title = channel.styled(printable("\(request.title): \(showers)"), .strong)
    let width = channel.columns ?? 100
    let notes = remarks.map { Paragraph(printable($0), width: width).hanging(by: 2) }
    let parts = [
      title, profile(on: channel), summary, paths(on: channel), notes.joined(separator: "\n"),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// The columns of the longest bar.
  private static let longestBar = 24.0

  /// The most rows for people; files have them all.
  private static let mostRows = 60

  private func profile(on channel: Channel) -> String {
    var lines = Table([
      Table.Column("depth", unit: "X0", .number), Table.Column("deposit", unit: "GeV", .number),
      Table.Column("error", unit: "GeV", .number), Table.Column("rms", unit: "GeV", .number),
      Table.Column(""),
    ])
    let slabs = longitudinal
    let highest = slabs.map(\.deposit.mean).max() ?? 0
    for slab in slabs.prefix(Self.mostRows) {
      let length = highest > 0 ? (Self.longestBar * slab.deposit.mean / highest).rounded() : 0
      lines.append([
        slab.middle.formatted(significant: 6), number(slab.deposit.mean, 5),
        number(slab.deposit.error, 2), number(slab.deposit.rms, 4),
        String(repeating: "#", count: Int(length)),
      ])
    }
    let left = slabs.count - Self.mostRows
    let more = left > 0 ? "\nand \(left) more slabs, which --json and --out have" : ""
    return lines.rendered(on: channel) + more
  }

  private var summary: String {
    var entries = [
      ("maximum", maximum.map { "\($0.formatted(significant: 4)) X0" } ?? "none inside the block"),
      ("deposit", spread(energy(.deposit)) + ", rms \(number(energy(.deposit).rms, 4)) GeV"),
    ]
    for (name, total) in Self.faces {
      let share = (100 * leakedShare(total)).formatted(significant: 3)
      let rest = energy(total).mean == 0 ? "" : ", \(share)% of the beam energy"
      entries.append(("\(name) leak", spread(energy(total)) + rest))
    }
    for (share, radius) in containment {
      let name = "\((100 * share).formatted(significant: 3))% within"
      let text = radius.map { radius in
        let relative = radius / request.radiationLength.mm
        return "\(radius.formatted(significant: 4)) mm, \(relative.formatted(significant: 4)) X0"
      }
      entries.append((name, text ?? "beyond 2 m"))
    }
    entries.append(
      ("balance", "each shower to \(tally.imbalance.formatted(significant: 1)) of its energy"))
    return entries.map { name, value in
      name + String(repeating: " ", count: max(1, 14 - name.count)) + value
    }.joined(separator: "\n")
  }

  private func paths(on channel: Channel) -> String {
    let species = ShowerSpecies.allCases.map(ShowerBeam.name)
    var lines = Table(
      [Table.Column("track length above", unit: "GeV", .number)]
        + species.flatMap {
          [Table.Column($0, unit: "X0", .number), Table.Column("error", .number)]
        })
    for row in pathLengths {
      lines.append(
        [row.above.formatted(significant: 4)]
          + row.all.flatMap { [number($0.mean, 5), number($0.error, 2)] })
    }
    return lines.rendered(on: channel)
  }

  private func spread(_ energy: Spread) -> String {
    let error = energy.error.isFinite ? " +- \(number(energy.error, 2))" : ""
    return energy.mean == 0 ? "nothing" : "\(number(energy.mean, 5))\(error) GeV"
  }

  private func number(_ number: Double, _ digits: Int) -> String {
    number.isFinite ? number.formatted(significant: digits) : ""
  }
}
