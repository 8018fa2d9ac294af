// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import CCairo

/// A caption laid out by Pango for one drawing surface.
struct PangoText: ~Copyable {
  /// The layout; an object of GLib.
  private let layout: OpaquePointer

  /// Sub- and superscripts have this share of the size of the font.
  static let scriptSize = 0.7
  /// Subscripts stand lower by this share of the size of the font.
  static let descent = 0.18
  /// Superscripts stand higher by this share.
  static let rise = 0.36

  /// Lays a caption out.
  init?(_ caption: Caption, fonts: [String], on context: OpaquePointer) {
    guard let layout = pango_cairo_create_layout(context) else { return nil }
    self.layout = layout
    // Hinting moves glyphs to the pixels of one device; figures are scaled.
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    let pango = pango_layout_get_context(layout)
    pango_cairo_context_set_font_options(pango, options)
    pango_context_set_round_glyph_positions(pango, 0)
    cairo_font_options_destroy(options)
    pango_layout_context_changed(layout)
    let font = pango_font_description_new()
    pango_font_description_set_family(font, fonts.joined(separator: ","))
    pango_font_description_set_absolute_size(font, caption.size * 1024)
    pango_layout_set_font_description(layout, font)
    pango_font_description_free(font)
    pango_layout_set_markup(layout, Self.markup(caption), -1)
  }

  deinit { g_object_unref(UnsafeMutableRawPointer(layout)) }

  /// The width in points.
  var width: Double {
    var logical = PangoRectangle()
    pango_layout_get_extents(layout, nil, &logical)
    return Double(logical.width) / 1024
  }

  /// From the top of the layout to the base line, in points.
  var baseline: Double { Double(pango_layout_get_baseline(layout)) / 1024 }

  /// Draws it with its top left corner at the current point.
  func show(on context: OpaquePointer) { pango_cairo_show_layout(context, layout) }

  /// The caption in the markup of Pango, whose own sub- and superscripts are too far off the line.
  private static func markup(_ caption: Caption) -> String {
    caption.runs.map { run in
      var attributes = ""
      if run.isItalic { attributes += " style=\"italic\"" }
      if run.isBold { attributes += " weight=\"bold\"" }
      if run.script != .base {
        // Absolute sizes in markup are 1024ths of a typographic point, 96/72 of ours.
        let size = Int((caption.size * scriptSize * 0.75 * 1024).rounded())
        let shift = run.script == .upper ? rise : -descent
        let offset = Int((caption.size * shift * 1024).rounded())
        attributes += " size=\"\(size)\" rise=\"\(offset)\""
      }
      return "<span\(attributes)>\(run.text.markupEscaped)</span>"
    }.joined()
  }
}

extension String {
  /// The text where markup is read, without characters that XML forbids.
  var markupEscaped: String {
    var escaped = ""
    for character in unicodeScalars {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\t", "\n": escaped += " "
      default:
        if character.value >= 0x20, ![0xFFFE, 0xFFFF].contains(character.value) {
          escaped.unicodeScalars.append(character)
        }
      }
    }
    return escaped
  }
}
