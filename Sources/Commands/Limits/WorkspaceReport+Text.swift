// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Inference
import Quantities

extension WorkspaceReport {
  /// The report for people: what was asked, the numbers, what they mean, remarks.
  func text(on channel: Channel) -> String {
    let table =
      switch answer {
      case .limit(let limit, let isExpectedWanted): Self.table(limit, isExpectedWanted)
      case .background(let value): Self.table(value)
      }
    let remarks = warnings.map { "warning: " + $0 } + notes
    return [
      channel.styled(title, .strong), table.rendered(on: channel),
      Self.lines([fit, meaning], on: channel), Self.lines(remarks, on: channel),
    ].joined(separator: "\n\n")
  }

  private var title: String {
    let model = question.tester.model
    return "measurement '\(question.measurement)': \(Self.count(question.channels, "channel")), "
      + "\(Self.count(model.counts.count, "bin")), "
      + Self.count(model.parameters.count, "parameter")
  }

  /// The best fit, in one line.
  private var fit: String {
    let tester = question.tester
    let events = tester.eventsBesideSignal
    let error = tester.bestSignalError
    return "best '\(question.signal)' \(LimitReport.number(tester.bestSignal))"
      + (error > 0 ? " +- \(error.formatted(significant: 2))" : "")
      + ", zero or above; where signal is, \(events.seen.formatted(significant: 6)) events are "
      + "seen and background alone fits \(events.expected.formatted(significant: 6))"
  }

  private static func table(_ limit: HistFactoryLimit, _ isExpectedWanted: Bool) -> Table {
    var columns = [Table.Column("method"), Table.Column("upper", .number)]
    var row = [limit.method, LimitReport.number(limit.observed)]
    if isExpectedWanted {
      columns += [
        Table.Column("median", .number), Table.Column("68% band"), Table.Column("95% band"),
      ]
      let edges = limit.expected.map(LimitReport.number)
      row += [edges[2], "\(edges[1]) to \(edges[3])", "\(edges[0]) to \(edges[4])"]
    }
    columns.append(Table.Column("what it is"))
    row.append(AsymptoticCLsLimit().summary)
    var table = Table(columns)
    table.append(row)
    return table
  }

  private static func table(_ value: PValue) -> Table {
    var table = Table([
      Table.Column("test"), Table.Column("p", .number),
      Table.Column("one-sided", unit: "sigma", .number),
      Table.Column("two-sided", unit: "sigma", .number),
    ])
    table.append([
      value.test, value.value.formatted(significant: 5),
      OddityReport.deviations(value.oneSided), OddityReport.deviations(value.twoSided),
    ])
    return table
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  private static func lines(_ sentences: [String], on channel: Channel) -> String {
    sentences.map { Paragraph($0, width: channel.columns ?? 100).hanging(by: 2) }
      .joined(separator: "\n")
  }
}
