// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics
import Quantities
import Showers

extension ShowerReport {
  /// The report for people.
  func text(on channel: Channel) -> String {
    let depth = setup.block.depth / setup.medium.radiationLength
    let title =
      "\(particle) of \(Energy.gev(setup.beam.energy)) in \(depth.formatted(significant: 4)) X0 of "
      + "\(material.name), \(tally.events) \(tally.events == 1 ? "shower" : "showers")"
    return [
      channel.styled(printable(title), .strong), summary, profile(on: channel),
      tracks(on: channel),
    ].joined(separator: "\n\n")
  }

  private var summary: String {
    let radius = tally.radialProfile
    let entries = [
      ("deposited", "\(number(mean(.deposit))) GeV"),
      (
        "leakage",
        "front \(number(mean(.front))), back \(number(mean(.back))), side "
          + "\(number(mean(.side))) GeV"
      ),
      ("maximum", maximumDepth.map { "\(number($0)) X0" } ?? "not inside the block"),
      (
        "within",
        [10.0, 20, 30].map {
          "\(number($0 / 10)) cm: \((radius.fraction(within: $0)).formatted(significant: 3))"
        }.joined(separator: ", ")
      ),
    ]
    return entries.map { name, value in
      name + String(repeating: " ", count: 11 - name.count) + value
    }.joined(separator: "\n")
  }

  /// The slabs that hold more than a thousandth of the beam energy.
  private func profile(on channel: Channel) -> String {
    var table = Table([
      Table.Column("depth", unit: "X0", .number), Table.Column("deposit", unit: "GeV", .number),
      Table.Column("rms", unit: "GeV", .number),
    ])
    for slab in 0..<tally.slabs.count where tally.slabs.mean(slab) > 1e-3 * setup.beam.energy {
      table.append([
        number(depth(ofSlab: slab)), number(tally.slabs.mean(slab)),
        number(tally.slabs.rms(slab)),
      ])
    }
    return table.rendered(on: channel)
  }

  private func tracks(on channel: Channel) -> String {
    var table = Table(
      [Table.Column("track length above", unit: "GeV", .number)]
        + Self.species.map { Table.Column($0.name, unit: "X0", .number) })
    var above = setup.scale.tracks.edges[0]
    while above < setup.beam.energy {
      table.append(
        [number(above)]
          + Self.species.map { number(tally.trackLength(of: $0.value).length(above: above)) })
      above *= 10
    }
    return table.rendered(on: channel)
  }

  private func number(_ value: Double) -> String { value.formatted(significant: 4) }
}
