// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import CCairo

/// Measures captions as they will be drawn, so that nothing is placed over anything else.
package final class TextRuler {
  private let fonts: [String]
  private let surface: OpaquePointer?
  private let context: OpaquePointer?

  /// A ruler for some fonts.
  package init(fonts: [String]) {
    self.fonts = fonts
    surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, nil)
    context = cairo_create(surface)
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  /// The width of a caption in points, rounded up to a tenth: what follows from it must not depend on
  /// the last digit of a library.
  package func width(of caption: Caption) -> Double {
    guard let context, let text = PangoText(caption, fonts: fonts, on: context) else { return 0 }
    return (text.width * 10).rounded(.up) / 10
  }

  /// A text without markup in lines of at most a width, broken between words.
  package func lines(of text: String, size: Double, width: Double) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last {
        let longer = last + " " + word
        if self.width(of: Caption(plain: longer, size: size)) <= width {
          lines[lines.count - 1] = longer
          continue
        }
      }
      lines.append(String(word))
    }
    return lines
  }
}
