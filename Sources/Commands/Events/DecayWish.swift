// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Quantities

/// What a command line wants of the decay of X.
enum DecayWish: Hashable, Sendable {
  /// X is left as it is.
  case none
  /// All channels, by branching ratio.
  case all
  /// One channel, by its name in a table of decays.
  case channel(String)

  /// Finds what is wanted.
  ///
  /// - Parameters:
  ///   - word: `none`, `all`, `dark` or a channel, with or without spaces; nil for nothing said.
  ///   - table: the decays of X.
  ///   - dark: the name of the dark channel; nil without dark matter.
  ///   - place: where the word stands.
  /// - Throws: for a channel that is unknown or closed, with those that are open.
  init(
    _ word: String?, among table: DecayTable, dark: String?, at place: Word.Place?
  ) throws(UsageErrors) {
    guard let word, word != "none" else {
      self = .none
      return
    }
    guard word != "all" else {
      guard !table.isStable else {
        throw Self.refusal("X does not decay", table.stability ?? "it is stable", table, place)
      }
      self = .all
      return
    }
    if word == "dark", dark == nil {
      throw UsageErrors(
        UsageError(
          "--decay: dark without --dark-matter", because: "X couples to no dark matter",
          try: "add for example --dark-matter dirac", at: place))
    }
    let wanted = word == "dark" ? dark ?? word : word
    let bare = { (name: String) in name.filter { $0 != " " } }
    guard let channel = table.channels.first(where: { bare($0.name) == bare(wanted) }) else {
      let names = table.channels.map(\.name)
      throw UsageErrors(
        UsageError(
          "--decay: unknown channel \(quoted(word))",
          because: "X has the channels " + names.joined(separator: ", "),
          try: didYouMean(bare(word), among: names.map(bare) + ["none", "all", "dark"]), at: place))
    }
    guard channel.width > 0 else {
      let note = channel.isClosed ? channel.note ?? "" : "closed: its width is zero"
      throw Self.refusal("X does not decay to \(channel.name)", note, table, place)
    }
    self = .channel(channel.name)
  }

  private static func refusal(
    _ problem: String, _ reason: String, _ table: DecayTable, _ place: Word.Place?
  ) -> UsageErrors {
    let open = table.channels.filter { $0.width > 0 }.map { channel in
      let share = table.branchingRatio(of: channel.name) ?? 0
      return "\(channel.name) (\((100 * share).formatted(significant: 3))%)"
    }
    return UsageErrors(
      UsageError(
        "--decay: \(problem)", because: reason,
        try: open.isEmpty
          ? "leave it out, so that X flies out" : "open are " + open.joined(separator: ", "),
        at: place))
  }

  /// The channels of a menu; nil for all that are open.
  var names: [String]? {
    if case .channel(let name) = self { [name] } else { nil }
  }
}
