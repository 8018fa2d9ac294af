// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Mistakes of a command line as a person reads them: the sentence, the line, a caret.
///
/// ```
/// lacuna: error: unknown option '--enery' (lacuna xsec has no such option) did you mean '--energy'?
///   lacuna xsec --enery 100GeV
///               ^~~~~~~
/// ```
package struct MistakeReport: Sendable {
  private let program: ProgramDeclaration
  private let words: [String]
  private let channel: Channel

  /// Whether the report may use colours.
  package var isColourful: Bool { channel.isColourful }

  /// A report on a command line.
  ///
  /// - Parameters:
  ///   - program: The program.
  ///   - words: All words after it.
  ///   - channel: Where the report will be read.
  package init(of program: ProgramDeclaration, words: [String], channel: Channel) {
    self.program = program
    self.words = words
    self.channel = channel
  }

  /// The text for some mistakes, and where help is found.
  package func text(for errors: [UsageError]) -> String {
    (errors.map(text) + ["see '\(help)'"]).joined(separator: "\n")
  }

  /// The command line that explains the command in question.
  private var help: String {
    let known = program.commands.map(\.name)
    let command = words.first.flatMap { known.contains($0) ? " " + $0 : nil } ?? ""
    return "\(program.name) help\(command)"
  }

  /// The first line of any failure.
  package func headline(_ message: String) -> String {
    "\(program.name): \(channel.styled("error:", .alarm)) \(message)"
  }

  private func text(for error: UsageError) -> String {
    let headline = headline(printable(error.description))
    guard let place = error.place, words.indices.contains(place.index) else { return headline }
    return headline + "\n" + echo(place)
  }

  /// The command line with the word underlined; what a narrow terminal cannot show is cut away.
  private func echo(_ place: Word.Place) -> String {
    let indent = "  "
    let width = (channel.columns ?? 80) - indent.count
    let shown = words.map(shellQuoted)
    let word = shown[place.index]
    let isVerbatim = word == words[place.index]
    let marked = isVerbatim ? place.length ?? word.count : word.count
    let length = max(
      1, min(word.dropFirst(isVerbatim ? place.offset : 0).prefix(marked).displayWidth, width))

    var before = shown[..<place.index].reduce(program.name) { $0 + " " + $1 } + " "
    before += isVerbatim ? word.prefix(place.offset) : ""
    let after = String(isVerbatim ? word.dropFirst(place.offset) : word[...])
    let rest = shown[(place.index + 1)...].reduce("") { $0 + " " + $1 }
    let room = max(2, width - length - (rest.isEmpty ? 0 : 2))
    if before.displayWidth > room {
      before = "…" + String(before.suffix(room - 1))
    }
    let line = (before + after + rest).cut(to: width)
    let caret =
      String(repeating: " ", count: before.displayWidth) + "^"
      + String(repeating: "~", count: length - 1)
    return indent + line + "\n" + indent + channel.styled(caret, .alarm)
  }
}
