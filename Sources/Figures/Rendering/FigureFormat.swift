// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// The kinds of files that a drawing can become.
package enum FigureFormat: String, CaseIterable, Sendable {
  /// For papers.
  case pdf
  /// For pages and for further work.
  case svg
  /// For everything else.
  case png

  /// The format that the ending of a path names; nil for any other.
  package init?(path: String) {
    guard let ending = path.split(separator: ".").last?.lowercased(), path.contains(".") else {
      return nil
    }
    self.init(rawValue: ending)
  }

  /// Pixels per point of PNG: 300 an inch.
  static let pixelsPerPoint = 300.0 / 72

  /// The bytes of a file; the same for the same drawing.
  package func file(of drawing: Drawing, in style: FigureStyle) throws(FigureError) -> [UInt8] {
    let painter = CairoPainter(drawing: drawing, fonts: style.fonts)
    switch self {
    case .pdf: return try painter.pdf()
    case .png: return try painter.png(scale: Self.pixelsPerPoint)
    case .svg: return Array(SVGPrinter(drawing: drawing, fonts: style.fonts).text.utf8)
    }
  }
}
