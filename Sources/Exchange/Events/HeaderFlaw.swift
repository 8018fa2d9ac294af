// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics
import Quantities

/// What keeps the header of a run from being written in every format.
package enum HeaderFlaw: Error, Hashable, CustomStringConvertible {
  /// The run names no weight.
  case noWeight
  /// Two weights, or two remarks, of one name.
  case repeatedName(String)
  /// A weight whose name has a space in it, at which readers of HepMC3 cut.
  case weightName(String)
  /// A text of several lines, with control characters, or an empty one.
  case text(String)
  /// A remark whose name is not made of letters, digits and underscores, or is one of ours.
  case remarkName(String)
  /// A cross section or an energy that is not a finite number.
  case number(String)

  /// The sentence in the shape PROBLEM (WHY).
  package var description: String {
    switch self {
    case .noWeight: "a run without a weight (every event has at least one)"
    case .repeatedName(let name): "the name \(quoted(name)) twice in a run (it must tell apart)"
    case .weightName(let name):
      "the weight \(quoted(name)) of a run (readers of HepMC3 cut names at spaces)"
    case .text(let text): "the text \(quoted(text)) in a run (must be one line that is not empty)"
    case .remarkName(let name):
      "the remark \(quoted(name)) of a run (its name must be made of letters, digits and '_', and "
        + "not be one of the header's own)"
    case .number(let name): "\(name) of a run is not finite (it has no place in a file)"
    }
  }
}

extension RunHeader {
  /// The first thing that is wrong with the header; nil for one that every format can hold.
  package var flaw: HeaderFlaw? {
    guard !weights.isEmpty else { return .noWeight }
    for names in [weights.map(\.name), remarks.map(\.name)] {
      if let name = names.indices.first(where: { names[..<$0].contains(names[$0]) }) {
        return .repeatedName(names[name])
      }
    }
    let texts =
      [tool, version, process, beam.name, target.name] + species.map(\.name)
      + weights.map(\.name) + remarks.map(\.text)
    if let text = texts.first(where: { !isLine($0) }) { return .text(text) }
    if let name = weights.map(\.name).first(where: { $0.contains(" ") }) {
      return .weightName(name)
    }
    let own = attributes.dropLast(remarks.count).map(\.name) + Self.reservedNames
    let refused = remarks.first { !isName($0.name) || own.contains($0.name) }
    if let refused { return .remarkName(refused.name) }
    let sections = weights.map(\.crossSection)
    guard sections.allSatisfy({ $0.value.isFinite && $0.error.isFinite }) else {
      return .number("a cross section")
    }
    let masses = ([beam, target] + species).map(\.mass)
    guard beamEnergy.isFinite, masses.allSatisfy(\.isFinite) else {
      return .number("an energy or a mass")
    }
    return nil
  }

  /// Names that one format or another needs for itself.
  private static let reservedNames = [
    "format", "format_version", "tool", "tool_version", "event_count", "GenCrossSection",
  ]

  /// The facts of the run as names and texts, in the order in which they are written.
  var attributes: [RunRemark] {
    [
      RunRemark(name: "process", text: process),
      RunRemark(name: "beam", text: Self.line([beam])),
      RunRemark(name: "beam_energy_gev", text: "\(beamEnergy)"),
      RunRemark(name: "target", text: Self.line([target])),
      RunRemark(name: "species", text: Self.line(species)),
      RunRemark(name: "seed", text: "\(seed)"),
      RunRemark(
        name: "cross_section_pb",
        text: weights.map { "\($0.crossSection.value)" }.joined(separator: " ")),
    ] + remarks
  }

  /// Kinds of particles in one line: `55 X 0.017 GeV; 11 e- 0.000510998950 GeV`.
  private static func line(_ species: [NumberedSpecies]) -> String {
    species.map { "\($0.id) \($0.name) \($0.mass) GeV" }.joined(separator: "; ")
  }
}

/// Whether a text is one line that is not empty.
private func isLine(_ text: String) -> Bool {
  !text.isEmpty && text.unicodeScalars.allSatisfy { visible($0) == $0 }
}

/// Whether a text can name an attribute in every format.
private func isName(_ text: String) -> Bool {
  guard let first = text.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9") ~= first) else {
    return false
  }
  return text.utf8.allSatisfy {
    switch $0 {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
