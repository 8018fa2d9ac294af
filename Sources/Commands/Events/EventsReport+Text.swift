// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics
import Quantities
import Searches

extension EventsReport {
  /// The report for people.
  func text(on channel: Channel) -> String {
    let production = request.production
    var lines: [(String, String)] = []
    func add(_ name: String, _ value: String) { lines.append((name, value)) }
    add("energy", "\(production.energies[0].formatted(significant: 6))")
    add("X", "\(Mass.gev(request.bosonMass).formatted(significant: 6)), number \(events.boson.id)")
    add("production", number(events.target.crossSections[0]) + " pb per atom")
    if let menu = events.fate.menu {
      add("decay", menu.channels.joined(separator: ", ") + share)
      add("angles", Set(menu.modes.map(\.angles)).sorted().joined(separator: "; "))
      add("c tau", number(events.fate.properLength?.mm ?? .infinity) + " mm")
    } else {
      let length = request.properLength.map { ", c tau \(number($0.mm)) mm" }
      add("decay", "none, X is left" + (length ?? ", stable"))
    }
    add("cross section", number(events.crossSections[0]) + " pb per atom, of these events")
    add("events", "\(tally.count)" + effective)
    add("mean x", estimate(tally.meanShare))
    add("mean theta", estimate(tally.meanAngle) + " rad")
    if events.fate.menu != nil { add("mean z", estimate(tally.meanDecay) + " mm, of the decays") }
    if let accepted = tally.acceptedShare {
      add("acceptance", "\(number(accepted.value)) +- \(number(accepted.error, 2))")
    }
    add("balance", "within \(number(max(tally.worstImbalance, 1e-17), 1)) of the beam energy")
    if let file { add("file", "\(file.path) (\(file.format.rawValue))") }
    return
      ([channel.styled(printable(production.title), .strong), Facts(lines).text(on: channel)]
      + hypotheses(on: channel)
      + Facts.notes(remarks, on: channel)).joined(separator: "\n\n")
  }

  private var share: String {
    request.isExchange ? "" : ", \(number(100 * events.fate.share, 4))% of all decays"
  }

  private var effective: String {
    let weights = tally.columns[0]
    guard weights.effectiveCount < Double(tally.count) else { return " of weight 1" }
    return ", mean weight \(number(weights.mean)) +- \(number(weights.error, 2)), "
      + "as good as \(number(weights.effectiveCount, 4)) of weight 1"
  }

  /// One row for each of several masses.
  private func hypotheses(on channel: Channel) -> [String] {
    guard request.isScan else { return [] }
    let masses = MassColumn(for: request.production.masses)
    var table = Table([
      masses.column, Table.Column("cross section", unit: "pb/atom", .number),
      Table.Column("mean weight", .number), Table.Column("error", .number),
      Table.Column("effective events", .number),
    ])
    for (index, weights) in tally.columns.enumerated() {
      table.append([
        masses.entry(request.production.masses[index]), number(events.crossSections[index]),
        number(weights.mean, 5), number(weights.error, 2), number(weights.effectiveCount, 5),
      ])
    }
    return [table.rendered(on: channel)]
  }

  private func estimate(_ mean: WeightedMean) -> String {
    guard let estimate = mean.estimate else { return "?" }
    return "\(number(estimate.value)) +- \(number(estimate.error, 2))"
  }

  private func number(_ number: Double, _ digits: Int = 6) -> String {
    number.isFinite ? number.formatted(significant: digits) : "?"
  }
}
