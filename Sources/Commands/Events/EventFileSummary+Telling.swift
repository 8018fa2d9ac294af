// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Storage

extension EventFileSummary {
  /// The summary for people.
  func text(on channel: Channel) -> String {
    var lines: [(String, String)] = []
    func add(_ name: String, _ value: String) { lines.append((name, value)) }
    add("made by", tools.isEmpty ? "unknown" : tools.joined(separator: ", "))
    add("events", "\(count)")
    if let crossSection { add("cross section", crossSection.formatted(significant: 6) + " pb") }
    for (index, sum) in sums.enumerated() {
      let name = index < weightNames.count ? " of \(weightNames[index])" : ""
      let mean = sum.value / Double(max(1, count))
      add(index == 0 ? "weights" : "", "mean \(mean.formatted(significant: 6))" + name)
    }
    add(
      "particles",
      particles.sorted { $0.key < $1.key }.map { "\($0.value) of \($0.key)" }
        .joined(separator: ", "))
    add("balance", "within \(worstImbalance.formatted(significant: 2)) of the energy")
    for fact in facts where fact.name != "GenCrossSection" { add(fact.name, fact.text) }
    let title = "\(path): \(format.rawValue)"
    return [channel.styled(printable(title), .strong), Facts(lines).text(on: channel)]
      .joined(separator: "\n\n")
  }

  /// The summary for programs.
  var json: JSONValue {
    [
      "file": .string(path), "format": .string(format.rawValue),
      "tools": .array(tools.map { .string($0) }), "events": .integer(count),
      "sigma_pb": crossSection.map { .number($0) } ?? .null,
      "weights": .array(
        sums.enumerated().map { index, sum in
          [
            "name": index < weightNames.count ? .string(weightNames[index]) : .null,
            "sum": .number(sum.value),
          ]
        }),
      "particles": .array(
        particles.sorted { $0.key < $1.key }.map {
          ["id": .integer(Int($0.key)), "count": .integer($0.value)]
        }),
      "worst_imbalance": .number(worstImbalance),
      "header": .object(
        Dictionary(facts.map { ($0.name, .string($0.text)) }) { first, _ in first }),
    ]
  }
}
