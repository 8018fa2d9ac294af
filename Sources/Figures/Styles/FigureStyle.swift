// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Fonts, sizes and widths of a figure.
package struct FigureStyle: Hashable, Sendable {
  /// The families of the font, the preferred one first.
  package let fonts: [String]
  /// The size of labels in points.
  package let textSize: Double
  /// The size of remarks.
  package let smallSize: Double
  /// The width of fine lines: ticks, leaders, outlines.
  package let fineLine: Double
  /// The width of lines that carry the message.
  package let strongLine: Double
  /// The width of a figure that spans the page or the slide.
  package let fullWidth: Double

  /// For papers: serifs, as wide as the text of a two-column page.
  package static let paper = FigureStyle(
    fonts: ["STIX", "STIX Two Text", "Times New Roman", "Liberation Serif", "DejaVu Serif"],
    textSize: 8, smallSize: 7, fineLine: 0.5, strongLine: 1.1, fullWidth: 504)

  /// For talks: no serifs, larger and bolder.
  package static let talk = FigureStyle(
    fonts: ["DejaVu Sans", "Verdana", "Arial"], textSize: 11, smallSize: 9, fineLine: 0.8,
    strongLine: 2, fullWidth: 720)
}

/// Colours that people with any kind of colour blindness can tell apart.
///
/// - Source: Okabe:2008
package enum Palette {
  /// Black.
  package static let black = Colour(0x000000)
  /// For what recedes.
  package static let grey = Colour(0x7F7F7F)
  /// Orange.
  package static let orange = Colour(0xE69F00)
  /// Light blue.
  package static let sky = Colour(0x56B4E9)
  /// Bluish green.
  package static let green = Colour(0x009E73)
  /// Yellow.
  package static let yellow = Colour(0xF0E442)
  /// Blue.
  package static let blue = Colour(0x0072B2)
  /// Vermilion.
  package static let vermilion = Colour(0xD55E00)
  /// Reddish purple.
  package static let purple = Colour(0xCC79A7)
  /// The paper.
  package static let white = Colour(0xFFFFFF)
}
