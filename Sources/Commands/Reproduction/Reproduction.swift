// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Storage

/// Published numbers of one kind beside those that this program computes.
struct Reproduction {
  /// One number.
  struct Row {
    /// What it is.
    let quantity: String
    /// As it was published.
    let published: Double
    /// As it is computed here.
    let computed: Double
    /// How far the published number can be trusted.
    let certainty: String
    /// The key of its source.
    let source: String

    /// Computed over published; nil where that is no number.
    var ratio: Double? {
      let ratio = computed / published
      return ratio.isFinite ? ratio : nil
    }
  }

  /// The kinds of numbers.
  enum Topic: String, CaseIterable {
    /// Limits of searches.
    case limits
    /// P-values.
    case statistics
    /// Widths of mediators.
    case widths
    /// Anomalous moments.
    case moments

    /// The heading.
    var title: String {
      switch self {
      case .limits: "Limits of searches"
      case .statistics: "P-values of a published beam-dump search"
      case .widths: "Widths of mediators"
      case .moments: "Contributions to anomalous magnetic moments"
      }
    }

    /// The file in the folder of validation.
    var file: String {
      switch self {
      case .limits: "na64e_limits.csv"
      case .statistics: "statistics_control_regions.csv"
      case .widths: "widths.csv"
      case .moments: "moments_published.csv"
      }
    }
  }

  /// The kind.
  let topic: Topic
  /// The numbers.
  let rows: [Row]
  /// What is known of ratios that are not one.
  let remarks: [String]

  /// The rows of the file of a topic.
  static func table(
    _ topic: Topic, columns: [String], in data: DataFolder
  ) throws -> [TableRow] {
    try DataTable(readingFrom: data.file(topic.file, of: .validation), columns: columns).rows
  }
}

extension Reproduction {
  /// The numbers for people.
  func text(on channel: Channel) -> String {
    var table = Table([
      Table.Column("quantity"), Table.Column("published", .number), Table.Column("here", .number),
      Table.Column("ratio", .number), Table.Column("certainty"), Table.Column("source"),
    ])
    for row in rows { table.append(cells(of: row)) }
    let notes = remarks.map { Paragraph($0, width: channel.columns ?? 100).hanging(by: 2) }
    return [
      channel.styled(topic.title, .strong), table.rendered(on: channel),
      notes.joined(separator: "\n"),
    ].filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// The numbers as a section of a page.
  var markdown: String {
    var lines = ["## \(topic.title)", "", "From `Data/validation/\(topic.file)`.", ""]
    lines += [
      "| quantity | published | here | ratio | certainty | source |", "|---|---|---|---|---|---|",
    ]
    lines += rows.map { "| " + cells(of: $0).joined(separator: " | ") + " |" }
    lines += remarks.flatMap { ["", $0] }
    return lines.joined(separator: "\n")
  }

  /// The numbers for programs.
  var json: JSONValue {
    [
      "topic": .string(topic.rawValue), "remarks": .array(remarks.map { .string($0) }),
      "rows": .array(
        rows.map {
          [
            "quantity": .string($0.quantity), "published": .number($0.published),
            "computed": .number($0.computed), "ratio": $0.ratio.map { .number($0) } ?? .null,
            "certainty": .string($0.certainty), "source": .string($0.source),
          ]
        }),
    ]
  }

  private func cells(of row: Row) -> [String] {
    [
      row.quantity, row.published.formatted(significant: 5),
      row.computed.isFinite ? row.computed.formatted(significant: 5) : "",
      row.ratio.map { $0.formatted(significant: 4) } ?? "", row.certainty, row.source,
    ]
  }
}
