// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Kinematics
import Numerics
import Quantities

/// All decays of a particle, chosen by branching ratio, or some of them forced with their weight.
///
///     let menu = try DecayMenu(of: mediator.decays(in: world), builder, only: ["e+ e-"])
///     let (mode, products) = menu.draw(ofParentWith: momentum, using: &stream)
///     let weight = menu.weight  // the branching ratio of what was forced
package struct DecayMenu: Sendable {
  /// The names of the channels that may be chosen, in the order of the table.
  package let channels: [String]

  /// The modes of these channels.
  package let modes: [DecayMode]

  /// The share of all decays that the menu holds: the weight of each of its decays.
  package let weight: Double

  private let choice: AliasTable

  /// Makes the menu of a table of decays.
  ///
  /// - Parameters:
  ///   - table: channels with their widths.
  ///   - builder: what the names of channels do not say.
  ///   - names: the channels to choose from; nil for all that are open.
  /// - Throws: ``FlightError`` for a stable particle, an unknown or closed channel, and one whose
  ///   final state is not known; ``DecayError`` where masses of table and builder differ.
  package init(
    of table: DecayTable, _ builder: DecayModeBuilder, only names: [String]? = nil
  ) throws {
    if let stability = table.stability {
      throw FlightError(
        "no decay of a mass of \(table.mass)", because: stability,
        try: "choose a mass or a coupling that opens a channel")
    }
    for name in names ?? [] { try Self.check(name, in: table) }
    let chosen = table.channels.filter { channel in
      names?.contains(channel.name) ?? (channel.width > 0)
    }
    let total = table.totalWidth
    modes = try chosen.map { channel in
      guard let mode = try builder.mode(ofChannel: channel.name) else {
        throw FlightError(
          "no final state for the channel '\(channel.name)'",
          because: "only its width is known, a share of "
            + "\((channel.width / total).formatted(significant: 3)) of all decays",
          try: "choose among the other channels")
      }
      return mode
    }
    channels = chosen.map(\.name)
    weight = chosen.reduce(0) { $0 + $1.width } / total
    choice = try AliasTable(weights: chosen.map(\.width))
  }

  /// Refuses a channel that cannot be forced.
  private static func check(_ name: String, in table: DecayTable) throws(FlightError) {
    guard let channel = table[name] else {
      let known = table.channels.map(\.name)
      let nearest = nearestName(to: name, among: known)
      throw FlightError(
        "unknown decay channel '\(name)'",
        because: "there are " + known.map { "'\($0)'" }.joined(separator: ", "),
        try: nearest.map { "did you mean '\($0)'?" } ?? "choose one of them")
    }
    guard channel.width > 0 else {
      throw FlightError(
        "closed decay channel '\(name)'",
        because: channel.note ?? "its width is zero",
        try: "choose a larger mass or another channel")
    }
  }

  /// Draws a channel and its daughters.
  /// - Parameters:
  ///   - momentum: the momentum of the parent in GeV.
  ///   - stream: where the random bits come from.
  /// - Returns: the index of the mode, and the daughters in the laboratory.
  package func draw(
    ofParentWith momentum: ThreeVector, using stream: inout RandomStream
  ) -> (mode: Int, products: DecayProducts) {
    let index = modes.count == 1 ? 0 : choice.draw(from: &stream)
    return (index, modes[index].draw(ofParentWith: momentum, using: &stream))
  }
}
