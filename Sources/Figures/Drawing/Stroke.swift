// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// How a line looks.
package struct Stroke: Hashable, Sendable {
  /// Its colour.
  package var colour: Colour
  /// Its width in points.
  package var width: Double
  /// Lengths of dashes and gaps in turn; empty for a solid line.
  package var dashes: [Double]

  /// A line.
  package init(_ colour: Colour, width: Double, dashes: [Double] = []) {
    self.colour = colour
    self.width = width
    self.dashes = dashes
  }
}

/// A colour: red, green and blue from 0 to 255, and how much of what lies below it covers.
package struct Colour: Hashable, Sendable {
  /// Red.
  package let red: Int
  /// Green.
  package let green: Int
  /// Blue.
  package let blue: Int
  /// From 0, invisible, to 1.
  package let opacity: Double

  /// A colour from a number such as 0x0072B2.
  package init(_ code: Int, opacity: Double = 1) {
    red = (code >> 16) & 0xFF
    green = (code >> 8) & 0xFF
    blue = code & 0xFF
    self.opacity = opacity
  }

  /// The colour mixed with white; 1 leaves it as it is, 0 gives white.
  package func tinted(_ share: Double) -> Colour {
    func mixed(_ part: Int) -> Int { Int((255 + share * Double(part - 255)).rounded()) }
    return Colour(mixed(red) << 16 | mixed(green) << 8 | mixed(blue), opacity: opacity)
  }

  /// How bright it is in grey, from 0 to 1, by the weights of ITU recommendation BT.709.
  package var luminance: Double {
    (0.2126 * Double(red) + 0.7152 * Double(green) + 0.0722 * Double(blue)) / 255
  }
}
