// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Testing

@Suite("Captions")
struct CaptionTests {
  @Test("markup makes italics, bold, sub- and superscripts")
  func markup() {
    let caption = Caption("<i>X</i><sub>0</sub> <b>10</b><sup>\u{2212}6</sup>", size: 8)
    #expect(caption.plainText == "X0 10\u{2212}6")
    #expect(caption.runs.map(\.isItalic) == [true, false, false, false, false])
    #expect(caption.runs.map(\.script) == [.base, .lower, .base, .base, .upper])
    #expect(caption.runs.map(\.isBold) == [false, false, false, true, false])
  }

  @Test("any other < is a character")
  func otherBrackets() {
    #expect(Caption("E < 50 GeV <x>", size: 8).plainText == "E < 50 GeV <x>")
    #expect(Caption(plain: "<i>", size: 8).plainText == "<i>")
  }

  @Test("widths grow with the size, and scripts are narrower")
  func widths() {
    let ruler = TextRuler(fonts: FigureStyle.paper.fonts)
    let width = ruler.width(of: Caption("detector", size: 8))
    #expect(width > 20 && width < 40)
    #expect(abs(ruler.width(of: Caption("detector", size: 16)) - 2 * width) < 0.3)
    #expect(ruler.width(of: Caption("<sub>detector</sub>", size: 8)) < 0.75 * width)
    #expect(ruler.width(of: Caption("", size: 8)) == 0)
  }

  @Test("lines are broken between words")
  func lines() {
    let ruler = TextRuler(fonts: FigureStyle.paper.fonts)
    let text = "along the beam to scale, across the beam larger"
    let lines = ruler.lines(of: text, size: 8, width: 80)
    #expect(lines.count > 1)
    #expect(lines.joined(separator: " ") == text)
    for line in lines { #expect(ruler.width(of: Caption(line, size: 8)) <= 80) }
  }
}
