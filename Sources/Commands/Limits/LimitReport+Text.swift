// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Inference
import Quantities

extension LimitReport {
  /// The report for people: one row a method, what the numbers mean, remarks.
  func text(on channel: Channel) -> String {
    let parts =
      [channel.styled(experiment.title, .strong)] + (hasEdges ? [edges(on: channel)] : [])
      + (hasCoverage ? [coverage(on: channel)] : []) + [meaning(on: channel)]
      + (remarks.isEmpty ? [] : [lines(remarks, on: channel)])
    return parts.joined(separator: "\n\n")
  }

  private var hasEdges: Bool {
    entries.contains { $0.interval != nil || $0.expected != nil || $0.refusal != nil }
  }
  private var hasCoverage: Bool { entries.contains { !$0.coverage.isEmpty } }
  private var hasErrors: Bool { entries.contains { ($0.interval?.upperError ?? 0) > 0 } }
  private var hasExpected: Bool { entries.contains { $0.expected != nil } }

  private func edges(on channel: Channel) -> String {
    var columns = [Table.Column("method")]
    if experiment.isObserved {
      columns += [Table.Column("lower", .number), Table.Column("upper", .number)]
    }
    if hasErrors { columns.append(Table.Column("error", .number)) }
    if hasExpected {
      columns += [
        Table.Column("median", .number), Table.Column("68% band"), Table.Column("95% band"),
      ]
    }
    columns.append(Table.Column("what it is"))
    var table = Table(columns)
    for entry in entries {
      var row = [entry.method.name]
      if experiment.isObserved {
        row += [
          entry.interval.map { Self.number($0.lower) } ?? "-",
          entry.interval.map { Self.number($0.upper) } ?? "-",
        ]
      }
      if hasErrors {
        let error = entry.interval?.upperError ?? 0
        row.append(error > 0 ? error.formatted(significant: 2) : "")
      }
      if hasExpected {
        row += [
          entry.expected.map { Self.number($0.median) } ?? "-",
          entry.expected.map { Self.band($0.band68) } ?? "-",
          entry.expected.map { Self.band($0.band95) } ?? "-",
        ]
      }
      row.append(entry.method.summary)
      table.append(row)
    }
    return table.rendered(on: channel)
  }

  private func coverage(on channel: Channel) -> String {
    let answering = entries.filter { !$0.coverage.isEmpty }
    var table = Table(
      [Table.Column("true signal", .number)]
        + answering.map { Table.Column($0.method.name, .number) })
    for (index, signal) in Self.signals.enumerated() {
      table.append(
        [Self.number(signal)]
          + answering.map { $0.coverage[index].formatted(significant: 4) })
    }
    return table.rendered(on: channel)
  }

  /// One line for all that the tables hold.
  private func meaning(on channel: Channel) -> String {
    var sentences: [String] = []
    if entries.count == 1, let entry = entries.first, let interval = entry.interval {
      sentences.append(meaning(of: interval, by: entry.method))
    } else if experiment.isObserved {
      let thing = experiment.isInEvents ? "a number of signal events" : "a signal strength"
      let isBayesian = entries.contains { $0.method is BayesianLimit && $0.interval != nil }
      sentences.append(
        "\(thing) above 'upper' or below 'lower' is excluded at \(level) confidence"
          + (isBayesian ? "; for bayes \(level) is a posterior probability" : ""))
    }
    if !experiment.isInEvents {
      sentences.append(
        "a strength of 1 gives each bin as many signal events as its efficiency says")
    }
    if hasExpected {
      sentences.append(
        "median and bands are those of the upper edges that background alone would give")
    }
    if hasCoverage {
      sentences.append(
        "the coverage is the probability that the interval holds the true signal; \(level) wanted")
    }
    return lines(sentences, on: channel)
  }

  /// Warnings, then reasons for missing answers, then conventions, each once with its methods.
  private var remarks: [String] {
    told { $0.interval?.warnings ?? [] }.map { "warning: " + $0 }
      + told { $0.refusal.map { [$0.description] } ?? [] }
      + told { entry in
        var notes = entry.interval?.notes ?? []
        notes += (entry.expected?.notes ?? []).filter { !notes.contains($0) }
        return notes
      }
  }

  private func told(_ sentences: (Entry) -> [String]) -> [String] {
    var order: [String] = []
    var methods: [String: [String]] = [:]
    for entry in entries {
      for sentence in sentences(entry) {
        if methods[sentence] == nil { order.append(sentence) }
        methods[sentence, default: []].append(entry.method.name)
      }
    }
    guard entries.count > 1 else { return order }
    return order.map { "\(methods[$0, default: []].joined(separator: ", ")): \($0)" }
  }

  private func lines(_ sentences: [String], on channel: Channel) -> String {
    sentences.map { Paragraph($0, width: channel.columns ?? 100).hanging(by: 2) }
      .joined(separator: "\n")
  }

  private static func band(_ band: ClosedRange<Double>) -> String {
    "\(number(band.lowerBound)) to \(number(band.upperBound))"
  }
}
