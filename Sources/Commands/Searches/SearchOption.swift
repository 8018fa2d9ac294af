// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// The options of commands that run searches.
enum SearchOption {
  /// The search.
  static let search = Argument(
    ValueForm<String>.text("SEARCH", "a search, by name or the path of its card")
      .completed(by: .lines(of: ["list", "searches", "--names"])),
    "the search")

  /// Its masses.
  static let mass = Option(
    "mass", ValueForm<Scan<MassDimension>>.scan(.positive), absent: "what the card says",
    "masses of the dark particle")

  /// All of them.
  static let all: [any Parameter] = [search, mass]
}
