// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Production
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

  /// How its cross section is computed.
  static let method = Option(
    "method", ValueForm<BremsstrahlungMethod>.choice("METHOD"), absent: "what the card says",
    "how the cross section of bremsstrahlung is computed")

  /// All of them.
  static let all: [any Parameter] = [search, mass, method]
}
