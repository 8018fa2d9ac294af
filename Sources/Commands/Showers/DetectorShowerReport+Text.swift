// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Detectors
import Quantities
import Showers

extension DetectorShowerReport {
  /// The report for people: energies, resolution, observables, profile.
  func text(on channel: Channel) -> String {
    let showers = tally.events == 1 ? "1 shower" : "\(tally.events) showers"
    let title =
      "\(request.beam.rawValue) of \(request.energy) (kinetic) into \(request.name): \(showers)"
    let width = channel.columns ?? 100
    let notes = remarks.map { Paragraph(printable($0), width: width).hanging(by: 2) }
    let parts = [
      channel.styled(printable(title), .strong), summary, resolution(on: channel),
      measured(on: channel), cells(on: channel), profile(on: channel),
      notes.joined(separator: "\n"),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private var summary: String {
    let visible = tally.allSections
    let beam = request.energy.gev
    var entries = [
      (
        "visible",
        "\(energy(visible)), \(percent(visible.mean / beam)) of the beam energy"
      ),
      ("scale", (calibration.scale?.formatted(significant: 5) ?? "none: nothing is seen")),
    ]
    for section in request.sections.indices where request.sections.indices.count > 1 {
      let moment = tally.section(section)
      entries.append(
        (
          section == request.sections.preshower ? "preshower" : "behind it",
          "\(energy(moment)), \(percent(moment.mean / visible.mean)) of what is seen"
        ))
    }
    entries.append(("absorber", energy(tally[.absorber])))
    entries.append(("active", energy(tally[.active])))
    for (name, total) in Self.leaks { entries.append(("\(name) leak", energy(tally[total]))) }
    entries.append(
      ("balance", "each shower to \(tally.imbalance.formatted(significant: 1)) of its energy"))
    return entries.map { name, value in
      name + String(repeating: " ", count: max(1, 14 - name.count)) + value
    }.joined(separator: "\n")
  }

  private func resolution(on channel: Channel) -> String {
    var table = Table([
      Table.Column("resolution"), Table.Column("sigma/E", unit: "%", .number),
      Table.Column("times sqrt(E/GeV)", unit: "%", .number),
    ])
    let root = request.energy.gev.squareRoot()
    func append(_ name: String, _ relative: Double) {
      table.append([name, number(100 * relative, 3), number(100 * relative * root, 3)])
    }
    for term in calibration.terms { append(term.name, term.relative) }
    append("in quadrature", calibration.resolution)
    let energy = observables.first
    if let energy, energy.mean > 0, energy.rms.isFinite {
      append("of these showers", energy.rms / energy.mean)
    }
    return table.rendered(on: channel)
  }

  private func measured(on channel: Channel) -> String {
    var table = Table([
      Table.Column("observable"), Table.Column("mean", .number), Table.Column("rms", .number),
      Table.Column(""), Table.Column("showers", .number),
    ])
    for (observable, spread) in zip(CalorimeterObservable.allCases, observables) {
      table.append([
        observable.name, number(spread.mean, 5), number(spread.rms, 3), observable.unit,
        String(spread.events),
      ])
    }
    return table.rendered(on: channel)
  }

  private func cells(on channel: Channel) -> String {
    let rows = cellShares
    guard let first = rows.first, first.count > 1, first.count <= 12 else { return "" }
    var table = Table(
      [Table.Column("share of cells", unit: "%")]
        + first.indices.map { Table.Column("x\($0 + 1)", .number) })
    for (index, row) in rows.enumerated() {
      table.append(["y\(rows.count - index)"] + row.map { number(100 * $0, 3) })
    }
    return table.rendered(on: channel)
  }

  private func profile(on channel: Channel) -> String {
    let slabs = longitudinal
    let highest = slabs.map(\.mean).max() ?? 0
    guard highest > 0 else { return "" }
    var table = Table([
      Table.Column("depth", unit: "X0", .number),
      Table.Column("visible a pair", unit: "GeV", .number),
      Table.Column(""),
    ])
    for slab in slabs.prefix(60) {
      table.append([
        slab.depth.formatted(significant: 4), number(slab.mean, 4),
        String(repeating: "#", count: Int((24 * slab.mean / highest).rounded())),
      ])
    }
    let left = slabs.count - 60
    return table.rendered(on: channel)
      + (left > 0 ? "\nand \(left) more, which --json and --out have" : "")
  }

  private func energy(_ moment: LayeredTally.Moment) -> String {
    guard moment.mean != 0 else { return "nothing" }
    let error = moment.error.isFinite ? " +- \(number(moment.error, 2))" : ""
    return "\(number(moment.mean, 5))\(error) GeV, rms \(number(moment.rms, 3)) GeV"
  }

  private func percent(_ share: Double) -> String {
    share.isFinite ? "\((100 * share).formatted(significant: 4))%" : "none"
  }

  private func number(_ number: Double, _ digits: Int) -> String {
    number.isFinite ? number.formatted(significant: digits) : ""
  }
}
