// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Searches

extension SearchReport {
  /// The result for people.
  func text(on channel: Channel) -> String {
    let width = channel.columns ?? 100
    let heading = channel.styled(printable(search.card.title), .strong)
    let remarks = (explanations + result.limit.notes).map {
      Paragraph($0, width: width).hanging(by: 2)
    }
    let parts = [
      heading, limits(on: channel), remarks.joined(separator: "\n"),
      title("Cut flow, per electron on target at epsilon = 1", on: channel),
      cutFlow(on: channel),
      title("Factors that are not simulated", on: channel), factors(on: channel),
      title("Background", on: channel), background(on: channel),
      title("Limit on signal events with single uncertainties", on: channel),
      uncertainties(on: channel), title("Inputs that are not quoted", on: channel),
      inputs(on: channel), title("Where the time went", on: channel), times(on: channel),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private func title(_ text: String, on channel: Channel) -> String {
    channel.styled(text, .strong)
  }

  private func limits(on channel: Channel) -> String {
    let masses = MassColumn(for: result.points.map { .gev($0.mass) })
    var table = Table([
      masses.column, Table.Column("yield", .number), Table.Column("error", unit: "%", .number),
      Table.Column("efficiency", .number), Table.Column("epsilon", .number),
      Table.Column("expected", .number), Table.Column("68 %"), Table.Column("95 %"),
    ])
    for point in result.points {
      let limit = point.limit
      let error = point.simulationError
      table.append([
        masses.entry(.gev(point.mass)), number(point.yield.value, 4),
        error.isFinite ? (100 * error).formatted(significant: 2) : "",
        number(point.efficiency.value, 3), number(point.epsilon, 4),
        number(point.epsilon(at: limit.median), 4), band(limit.band68, of: point),
        band(limit.band95, of: point),
      ])
    }
    return table.rendered(on: channel)
  }

  private func band(_ events: ClosedRange<Double>, of point: SearchPoint) -> String {
    let low = number(point.epsilon(at: events.lowerBound), 3)
    return low.isEmpty ? "" : low + " .. " + number(point.epsilon(at: events.upperBound), 3)
  }

  /// What the columns mean.
  private var explanations: [String] {
    let observed = search.periods.reduce(0) { $0 + $1.observed }
    var lines = [
      "epsilon: upper limit by \(result.limit.method) at \(result.limit.level) for \(observed) events "
        + "in \(search.exposure.formatted(significant: 4)) electrons on target; yield: dark particles "
        + "above \(Energy.gev(search.missingEnergy).formatted(significant: 4)) per electron at epsilon = 1; efficiency: those "
        + "selected over these, factors of the card left out"
    ]
    if observed == 0, result.limit.isMedianObserved {
      lines.append(
        "observed and median expected limits and the lower edges of the bands coincide: without "
          + "events a limit by \(result.limit.method) does not depend on the background, and "
          + "background alone gives no event more often than not")
    }
    return lines
  }

  private func cutFlow(on channel: Channel) -> String {
    let points = shownMasses.map { result.points[$0] }
    var table = Table(
      [Table.Column("stage")]
        + points.flatMap {
          [
            Table.Column("\(Mass.gev($0.mass).formatted(significant: 4))", .number),
            Table.Column("share", .number),
          ]
        })
    for (index, name) in stageNames.enumerated() {
      let cut = index > 0 ? ": \(search.cuts[index - 1].text)" : ""
      table.append(
        [name + cut]
          + points.flatMap { point -> [String] in
            let before = index > 0 ? point.stages[index - 1].value : 0
            let value = point.stages[index].value
            return [
              number(value, 4), before > 0 ? (value / before).formatted(significant: 3) : "",
            ]
          })
    }
    return table.rendered(on: channel)
  }

  private func factors(on channel: Channel) -> String {
    var table = Table([
      Table.Column("factor"), Table.Column("value", .number), Table.Column("covers"),
      Table.Column("certainty"),
    ])
    for factor in search.factors {
      table.append([
        factor.name, factor.value.value.share.formatted(significant: 4),
        factor.cover.rawValue + (factor.isApplied ? "" : " (simulated: not counted again)"),
        factor.value.certainty?.rawValue ?? "",
      ])
    }
    for period in search.periods {
      table.append([
        "all, \(period.name)", search.efficiency(in: period).formatted(significant: 4),
        "\(period.exposure.value.value.formatted(significant: 4)) electrons, \(period.observed) observed",
        period.exposure.certainty?.rawValue ?? "",
      ])
    }
    return table.rendered(on: channel)
  }

  private func background(on channel: Channel) -> String {
    var table = Table([
      Table.Column("source"), Table.Column("events", .number), Table.Column("error", .number),
      Table.Column("status"),
    ])
    for source in search.backgrounds {
      table.append([
        source.name, number(source.events, 4), number(source.error, 4), source.status.rawValue,
      ])
    }
    let sum = search.backgrounds.reduce(0) { $0 + $1.events }
    let error = search.backgrounds.reduce(0) { $0 + $1.error * $1.error }.squareRoot()
    table.append([
      "all", number(sum, 3), number(error, 2),
      search.periods.count > 1 ? "shared over the periods by exposure" : "",
    ])
    return table.rendered(on: channel)
  }

  private func uncertainties(on channel: Channel) -> String {
    var table = Table([
      Table.Column("uncertainty"), Table.Column("relative", unit: "%", .number),
      Table.Column("events", .number),
    ])
    for part in result.breakdown {
      table.append([
        part.name, (100 * part.error).formatted(significant: 3), number(part.events, 5),
      ])
    }
    return table.rendered(on: channel)
  }

  private func inputs(on channel: Channel) -> String {
    var table = Table([
      Table.Column("input"), Table.Column("value"), Table.Column("certainty"),
      Table.Column("source"),
    ])
    for input in search.uncertainInputs {
      table.append([input.path, input.value, input.certainty, input.source ?? ""])
    }
    return search.uncertainInputs.isEmpty ? "" : table.rendered(on: channel)
  }

  private func times(on channel: Channel) -> String {
    var table = Table([Table.Column("phase"), Table.Column("time", unit: "s", .number)])
    for entry in seconds {
      table.append([entry.name, entry.seconds.formatted(significant: 3)])
    }
    return table.rendered(on: channel)
  }

  private func number(_ number: Double, _ digits: Int) -> String {
    number.isFinite ? number.formatted(significant: digits) : ""
  }
}
