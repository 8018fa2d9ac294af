// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Inference
import Quantities

/// Reads one modifier of a sample.
enum ModifierReader {
  /// Reads a modifier; nil with a finding if it is none.
  static func read(_ node: Node, into findings: inout Findings) -> Modifier? {
    let members = JSONMembers(
      node, "a modifier", required: ["name", "type", "data"], into: &findings)
    guard let members, let data = members["data"],
      let name = members.text("name", into: &findings),
      let text = members.text("type", into: &findings)
    else { return nil }
    guard let kind = Modifier.Kind(rawValue: text) else {
      let names = Modifier.Kind.allCases.map(\.rawValue)
      let near = nearestName(to: text, among: names)
      findings.append(
        .error(
          "unknown modifier type \(quoted(text)) (there are \(names.joined(separator: ", ")))",
          at: members["type"]?.place ?? node.place,
          suggestion: near.map { "did you mean '\($0)'?" } ?? ""))
      return nil
    }
    return effect(kind, data, members, into: &findings).map { Modifier(name, $0) }
  }

  private static func effect(
    _ kind: Modifier.Kind, _ data: Node, _ members: JSONMembers, into findings: inout Findings
  ) -> Modifier.Effect? {
    switch kind {
    case .normfactor: isNull(data, kind, into: &findings) ? .normFactor : nil
    case .lumi: isNull(data, kind, into: &findings) ? .luminosity : nil
    case .shapefactor: isNull(data, kind, into: &findings) ? .shapeFactor : nil
    case .shapesys:
      members.numbers("data", into: &findings).map { .shapeSystematic($0) }
    case .staterror:
      members.numbers("data", into: &findings).map { .statisticalError($0) }
    case .normsys: normSystematic(data, into: &findings)
    case .histosys: histogramSystematic(data, into: &findings)
    }
  }

  private static func normSystematic(
    _ data: Node, into findings: inout Findings
  ) -> Modifier.Effect? {
    let parts = JSONMembers(
      data, "the data of a normsys", required: ["lo", "hi"], into: &findings)
    guard let low = parts?.number("lo", into: &findings),
      let high = parts?.number("hi", into: &findings)
    else { return nil }
    return .normSystematic(low: low, high: high)
  }

  private static func histogramSystematic(
    _ data: Node, into findings: inout Findings
  ) -> Modifier.Effect? {
    let parts = JSONMembers(
      data, "the data of a histosys", required: ["lo_data", "hi_data"], into: &findings)
    guard let low = parts?.numbers("lo_data", into: &findings),
      let high = parts?.numbers("hi_data", into: &findings)
    else { return nil }
    return .histogramSystematic(low: low, high: high)
  }

  private static func isNull(
    _ data: Node, _ kind: Modifier.Kind, into findings: inout Findings
  ) -> Bool {
    if data.plainText == "null" { return true }
    findings.append(
      .error(
        "a \(kind.rawValue) with data (its parameter is free)", at: data.place,
        suggestion: "write null"))
    return false
  }
}
