// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import CCairo
import Glibc

/// Paints a drawing with Cairo.
struct CairoPainter {
  let drawing: Drawing
  let fonts: [String]

  /// The drawing as a file of PDF.
  func pdf() throws(FigureError) -> [UInt8] {
    let sink = ByteSink()
    let surface = cairo_pdf_surface_create_for_stream(
      ByteSink.write, Unmanaged.passUnretained(sink).toOpaque(), drawing.width, drawing.height)
    defer { cairo_surface_destroy(surface) }
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, drawing.title)
    // Without this the file would have the date on which it was made.
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "")
    paint(on: surface)
    cairo_surface_finish(surface)
    try check(surface)
    return sink.bytes
  }

  /// The drawing as a file of PNG, on white.
  /// - Parameter scale: pixels per point.
  /// - Returns: the bytes of the file.
  /// - Throws: why Cairo cannot draw.
  func png(scale: Double) throws(FigureError) -> [UInt8] {
    let surface = cairo_image_surface_create(
      CAIRO_FORMAT_RGB24, Int32((drawing.width * scale).rounded(.up)),
      Int32((drawing.height * scale).rounded(.up)))
    defer { cairo_surface_destroy(surface) }
    let context = cairo_create(surface)
    cairo_set_source_rgb(context, 1, 1, 1)
    cairo_paint(context)
    cairo_destroy(context)
    cairo_surface_set_device_scale(surface, scale, scale)
    paint(on: surface)
    let sink = ByteSink()
    let status = cairo_surface_write_to_png_stream(
      surface, ByteSink.write, Unmanaged.passUnretained(sink).toOpaque())
    guard status == CAIRO_STATUS_SUCCESS else { throw FigureError(status) }
    try check(surface)
    return sink.bytes
  }

  private func check(_ surface: OpaquePointer?) throws(FigureError) {
    let status = cairo_surface_status(surface)
    guard status == CAIRO_STATUS_SUCCESS else { throw FigureError(status) }
  }

  private func paint(on surface: OpaquePointer?) {
    guard let context = cairo_create(surface) else { return }
    defer { cairo_destroy(context) }
    cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
    for mark in drawing.marks {
      switch mark {
      case .path(let path, let stroke, let fill): paint(path, stroke, fill, on: context)
      case .caption(let caption, let point): paint(caption, at: point, on: context)
      }
    }
  }

  private func paint(
    _ path: Path, _ stroke: Stroke?, _ fill: Colour?, on context: OpaquePointer
  ) {
    cairo_new_path(context)
    for step in path.steps {
      switch step {
      case .move(let point): cairo_move_to(context, point.x, point.y)
      case .line(let point): cairo_line_to(context, point.x, point.y)
      case .close: cairo_close_path(context)
      }
    }
    if let fill {
      choose(fill, on: context)
      cairo_fill_preserve(context)
    }
    if let stroke {
      choose(stroke.colour, on: context)
      cairo_set_line_width(context, stroke.width)
      cairo_set_dash(context, stroke.dashes, Int32(stroke.dashes.count), 0)
      cairo_stroke_preserve(context)
    }
    cairo_new_path(context)
  }

  private func paint(_ caption: Caption, at point: Point, on context: OpaquePointer) {
    guard let text = PangoText(caption, fonts: fonts, on: context) else { return }
    let share: Double =
      switch caption.anchor {
      case .start: 0
      case .middle: 0.5
      case .end: 1
      }
    cairo_save(context)
    choose(caption.colour, on: context)
    cairo_translate(context, point.x, point.y)
    cairo_rotate(context, -caption.angle * .pi / 180)
    cairo_move_to(context, -share * text.width, -text.baseline)
    text.show(on: context)
    cairo_restore(context)
  }

  private func choose(_ colour: Colour, on context: OpaquePointer) {
    cairo_set_source_rgba(
      context, Double(colour.red) / 255, Double(colour.green) / 255, Double(colour.blue) / 255,
      colour.opacity)
  }
}

/// Takes what Cairo writes.
private final class ByteSink {
  var bytes: [UInt8] = []

  /// The callback of Cairo, in a file without isolation to an actor.
  static let write: cairo_write_func_t = { closure, data, length in
    guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
    let sink = Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
    sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
    return CAIRO_STATUS_SUCCESS
  }
}
