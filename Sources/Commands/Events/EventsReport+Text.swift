// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics
import Quantities

extension EventsReport {
  /// The report for people.
  func text(on channel: Channel) -> String {
    let production = request.production
    var lines: [(String, String)] = []
    func add(_ name: String, _ value: String) { lines.append((name, value)) }
    add("energy", "\(production.energies[0].formatted(significant: 6))")
    add("X", "\(Mass.gev(request.bosonMass).formatted(significant: 6)), number \(events.boson.id)")
    add("production", number(events.target.crossSection) + " pb per atom")
    if let menu = events.fate.menu {
      add("decay", menu.channels.joined(separator: ", ") + share)
      add("angles", Set(menu.modes.map(\.angles)).sorted().joined(separator: "; "))
      add("c tau", number(events.fate.properLength?.mm ?? .infinity) + " mm")
    } else {
      let length = request.properLength.map { ", c tau \(number($0.mm)) mm" }
      add("decay", "none, X is left" + (length ?? ", stable"))
    }
    add("cross section", number(events.crossSection) + " pb per atom, of these events")
    add("events", "\(tally.count)" + effective)
    add("mean x", estimate(tally.share))
    add("mean theta", estimate(tally.angle) + " rad")
    if let z = tally.meanDecay { add("mean z", number(z) + " mm, of the decays") }
    if let accepted = tally.acceptedShare {
      add("acceptance", "\(number(accepted.value)) +- \(number(accepted.error, 2))")
    }
    add("balance", "within \(number(max(tally.worstImbalance, 1e-17), 1)) of the beam energy")
    if let file { add("file", "\(file.path) (\(file.format.rawValue))") }
    return
      ([channel.styled(printable(production.title), .strong), Facts(lines).text(on: channel)]
      + Facts.notes(remarks, on: channel)).joined(separator: "\n\n")
  }

  private var share: String {
    request.isExchange ? "" : ", \(number(100 * events.fate.share, 4))% of all decays"
  }

  private var effective: String {
    events.fate.volume == nil
      ? " of weight 1"
      : ", mean weight \(number(tally.meanWeight.value)) +- \(number(tally.meanWeight.error, 2)), "
        + "as good as \(number(tally.effectiveCount, 4)) of equal weight"
  }

  private func estimate(_ histogram: Histogram) -> String {
    guard let mean = histogram.mean else { return "?" }
    return number(mean) + (histogram.meanError.map { " +- \(number($0, 2))" } ?? "")
  }

  private func number(_ number: Double, _ digits: Int = 6) -> String {
    number.isFinite ? number.formatted(significant: digits) : "?"
  }
}
