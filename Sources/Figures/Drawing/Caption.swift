// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A line of text with italics, bold, sub- and superscripts.
///
///     Caption("<i>X</i><sub>0</sub>", size: 8, .end)
///
/// In the text, `<i>`, `<b>`, `<sub>` and `<sup>` open what `</i>` and so on close. Any other `<` is
/// an ordinary character, so that `E < 50 GeV` needs no care.
package struct Caption: Hashable, Sendable {
  /// Which part of the text is at the point where it is written.
  package enum Anchor: Hashable, Sendable {
    /// The beginning.
    case start
    /// The middle.
    case middle
    /// The end.
    case end
  }

  /// Where characters stand.
  package enum Script: Hashable, Sendable {
    /// On the line.
    case base
    /// Below it.
    case lower
    /// Above it.
    case upper
  }

  /// Characters of one look.
  package struct Run: Hashable, Sendable {
    /// The characters.
    package var text: String
    /// True for italics.
    package var isItalic = false
    /// True for bold.
    package var isBold = false
    /// Where they stand.
    package var script = Script.base
  }

  /// The text by looks.
  package let runs: [Run]
  /// The size of the font in points.
  package var size: Double
  /// What is at the point; vertically it is the base line.
  package var anchor: Anchor
  /// Its colour.
  package var colour: Colour
  /// By how many degrees it is turned to the left.
  package var angle: Double

  /// A text from its markup.
  package init(
    _ markup: String, size: Double, _ anchor: Anchor = .start, colour: Colour = Colour(0x000000),
    angle: Double = 0
  ) {
    runs = Self.parse(markup)
    self.size = size
    self.anchor = anchor
    self.colour = colour
    self.angle = angle
  }

  /// A text without markup, whatever characters it has.
  package init(
    plain text: String, size: Double, _ anchor: Anchor = .start,
    colour: Colour = Colour(0x000000), isBold: Bool = false
  ) {
    runs = text.isEmpty ? [] : [Run(text: text, isBold: isBold)]
    self.size = size
    self.anchor = anchor
    self.colour = colour
    angle = 0
  }

  /// The characters alone.
  package var plainText: String { runs.map(\.text).joined() }

  private typealias Tag = (name: String, change: @Sendable (inout Run) -> Void)

  private static let tags: [Tag] = [
    ("<i>", { $0.isItalic = true }), ("</i>", { $0.isItalic = false }),
    ("<b>", { $0.isBold = true }), ("</b>", { $0.isBold = false }),
    ("<sub>", { $0.script = .lower }), ("</sub>", { $0.script = .base }),
    ("<sup>", { $0.script = .upper }), ("</sup>", { $0.script = .base }),
  ]

  private static func parse(_ markup: String) -> [Run] {
    var runs: [Run] = []
    var run = Run(text: "")
    var rest = Substring(markup)
    while let character = rest.first {
      if character == "<", let tag = tags.first(where: { rest.hasPrefix($0.name) }) {
        if !run.text.isEmpty { runs.append(run) }
        run.text = ""
        tag.change(&run)
        rest = rest.dropFirst(tag.name.count)
      } else {
        run.text.append(character)
        rest = rest.dropFirst()
      }
    }
    return run.text.isEmpty ? runs : runs + [run]
  }
}
