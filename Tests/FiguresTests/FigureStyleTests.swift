// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Testing

@Suite("Colours")
struct FigureStyleTests {
  @Test("the colours of elements differ in grey")
  func grey() {
    let greys = [Palette.vermilion, Palette.sky, Palette.yellow, Palette.black].map(\.luminance)
      .sorted()
    for (first, second) in zip(greys, greys.dropFirst()) { #expect(second - first > 0.1) }
  }

  @Test("a tint of 1 is the colour, of 0 the paper")
  func tints() {
    #expect(Palette.blue.tinted(1) == Palette.blue)
    #expect(Palette.blue.tinted(0) == Palette.white)
  }
}
