// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Foundation
import Testing

@Suite("Files of drawings")
struct FigureFormatTests {
  private let drawing = SetupFigure(SetupFigureTests.setup).drawing

  @Test("the same drawing gives the same bytes", arguments: FigureFormat.allCases)
  func stability(format: FigureFormat) throws {
    let first = try format.file(of: drawing, in: .paper)
    #expect(try format.file(of: drawing, in: .paper) == first)
    #expect(first.count > 1000)
  }

  @Test("no file has a date")
  func dates() throws {
    let pdf = String(
      decoding: try FigureFormat.pdf.file(of: drawing, in: .paper), as: UTF8.self)
    #expect(!pdf.contains("CreationDate") && !pdf.contains("ModDate"))
    #expect(pdf.hasPrefix("%PDF-"))
    let png = try FigureFormat.png.file(of: drawing, in: .paper)
    #expect(Array(png.prefix(4)) == [0x89, 0x50, 0x4E, 0x47])
    #expect(!String(decoding: png, as: UTF8.self).contains("tIME"))
  }

  @Test("PNG has 300 pixels an inch")
  func pixels() throws {
    let png = try FigureFormat.png.file(of: drawing, in: .paper)
    let width = png[16..<20].reduce(0) { $0 << 8 | Int($1) }
    #expect(width == Int((drawing.width * 300 / 72).rounded(.up)))
  }

  @Test("SVG is well-formed, and escapes what titles and names contain")
  func escapes() throws {
    let svg = try FigureFormat.svg.file(of: drawing, in: .paper)
    let text = String(decoding: svg, as: UTF8.self)
    #expect(text.contains("<title>A &lt;search&gt; &amp; its set-up</title>"))
    // Every element is on one line of its own: what opens also closes.
    for line in text.split(separator: "\n") where line.hasPrefix("<text") {
      #expect(line.hasSuffix("</text>"))
      #expect(
        line.components(separatedBy: "<tspan").count
          == line.components(separatedBy: "</tspan>").count)
    }
  }

  @Test(
    "the ending of a path names the format",
    arguments: [
      ("a.pdf", FigureFormat.pdf), ("b/c.PNG", .png), ("x.svg", .svg), ("svg", nil), ("a.jpg", nil),
    ] as [(String, FigureFormat?)])
  func endings(path: String, format: FigureFormat?) {
    #expect(FigureFormat(path: path) == format)
  }
}
