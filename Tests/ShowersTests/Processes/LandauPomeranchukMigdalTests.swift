// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Showers
import Testing

@Suite("Migdal's functions")
struct LandauPomeranchukMigdalTests {
  @Test("both vanish with s and tend to one")
  func limits() {
    let small = LandauPomeranchukMigdal(s: 1e-4)
    #expect(isNear(small.phi, 6e-4, 1e-3))
    // G = 12 pi s^2 for small s.
    #expect(isNear(small.g, 12 * .pi * 1e-8, 1e-3))
    let large = LandauPomeranchukMigdal(s: 10)
    #expect(isNear(large.phi, 1, 1e-5) && isNear(large.g, 1, 1e-5))
  }

  @Test(
    "the fits join within 0.2%, G within 7% where it is below 0.004",
    arguments: [0.01, 0.415827, 1.55, 1.9156])
  func joints(s: Double) {
    let below = LandauPomeranchukMigdal(s: s * (1 - 1e-9))
    let above = LandauPomeranchukMigdal(s: s * (1 + 1e-9))
    #expect(isNear(below.phi, above.phi, 2e-3))
    #expect(isNear(below.g, above.g, s < 0.02 ? 0.07 : 2e-3))
  }

  @Test("xi falls from 2 to 1")
  func xi() {
    #expect(LandauPomeranchukMigdal.xi(s: 1e-9, s1: 1e-4) == 2)
    #expect(LandauPomeranchukMigdal.xi(s: 1, s1: 1e-4) == 1)
    #expect(isNear(LandauPomeranchukMigdal.xi(s: 1e-2, s1: 1e-4), 1.5, 1e-12))
  }
}
