// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Quantities

extension MomentReport {
  /// The report for people.
  func text(on channel: Channel) -> String {
    var parts: [String] = []
    if let coupling {
      let number = coupling.formatted(significant: 6)
      parts.append(
        heading(
          "\(contributor.name), \(contributor.couplingName) = \(number): "
            + "what it adds to a = (g - 2)/2 of the \(lepton.rawValue)", on: channel))
      parts.append(contributions(on: channel))
    }
    if !measurements.isEmpty {
      parts.append(
        heading("\(lepton.rawValue): measured less expected moments", on: channel))
      parts.append(differences(on: channel))
      parts.append(
        heading(
          "\(contributor.name): couplings \(contributor.couplingName) that they allow",
          on: channel))
      parts.append(couplings(on: channel))
    }
    let problems = points.compactMap(\.problem).map(printable)
    return (parts + (problems.isEmpty ? [] : [problems.joined(separator: "\n")]))
      .joined(separator: "\n\n")
  }

  private func heading(_ text: String, on channel: Channel) -> String {
    channel.styled(printable(text), .strong)
  }

  private func contributions(on channel: Channel) -> String {
    let masses = MassColumn(for: points.map(\.mass))
    var lines = Table([
      masses.column, Table.Column("delta a", .number),
      Table.Column("heavy-mass formula", .number), Table.Column("ratio", .number),
    ])
    for point in points {
      let scale = (coupling ?? 0) * contributor.leptonCoupling
      let heavy = (point.moment?.heavyPerCouplingSquared ?? .nan) * scale * scale
      lines.append([
        masses.entry(point.mass), entry(contribution(at: point)), entry(heavy),
        entry(point.moment?.ratioToHeavy ?? .nan),
      ])
    }
    return lines.rendered(on: channel)
  }

  private func differences(on channel: Channel) -> String {
    var lines = Table([
      Table.Column("measurement"), Table.Column("delta a", .number),
      Table.Column("error", .number), Table.Column("source"),
    ])
    for measured in measurements {
      lines.append([
        measured.name, entry(measured.deviation), entry(measured.uncertainty), measured.source,
      ])
    }
    return lines.rendered(on: channel)
  }

  private func couplings(on channel: Channel) -> String {
    let masses = MassColumn(for: points.map(\.mass))
    var lines = Table([
      masses.column, Table.Column("measurement"), Table.Column("sigma", .number),
      Table.Column("from", .number), Table.Column("best", .number),
      Table.Column("to", .number), Table.Column("meaning"),
    ])
    for point in points {
      for band in bands(at: point) {
        let couplings = band.couplings
        lines.append([
          masses.entry(point.mass), band.measured.name, entry(band.deviations),
          entry(ownCoupling(couplings.lower)),
          couplings.central.map { entry(ownCoupling($0)) } ?? "",
          entry(ownCoupling(couplings.upper)), couplings.note,
        ])
      }
    }
    return lines.rendered(on: channel)
  }

  private func entry(_ number: Double) -> String {
    if number.isNaN { return "" }
    return number.isFinite ? number.formatted(significant: 5) : "diverges"
  }
}
