// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// The options that mean the same in every command that takes them.
///
/// A command lists those it takes among its parameters, so that every help page is complete and
/// no command silently accepts what it ignores.
package enum StandardOption {
  /// One JSON document on standard output.
  package static let json = Flag("json", "print one JSON document, and nothing else")
  /// Where files are written.
  package static let out = Option(
    "out", .folder(), absent: "none are written", "folder for the files of the result")
  /// The seed of all random streams.
  package static let seed = Option(
    "seed", .integer(in: 0...Int.max), default: 1, "seed of the random streams")
  /// How many threads work.
  package static let threads = Option(
    "threads", .integer(in: 1...4096), absent: "all cores",
    "threads to work with; results do not depend on them")
  /// How many events are simulated.
  package static let events = Option(
    "events", .integer(in: 1...Int.max), absent: "what the card says", "events to simulate")
  /// Entries of the card to change.
  package static let set = Option(repeating: "set", .assignment, "change an entry of the card")
  /// Where the figure is written.
  package static let figure = Option(
    "figure", .file("FILE.pdf|svg|png", extensions: ["pdf", "svg", "png"]),
    absent: "none is drawn", "draw the result into a file")
  /// No progress, no remarks.
  package static let quiet = Flag("quiet", "print the result alone: no progress, no remarks")
  /// Overwrite what is there.
  package static let force = Flag("force", "overwrite files that exist")
  /// Where the data of the program are.
  package static let data = Option(
    "data", .folder(), absent: "LACUNA_DATA, then beside the program",
    "folder of the cards, bounds and tables")
  /// The page of the command.
  package static let help = Flag("help", letter: "h", "show this page")
}
