// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Inference
import Testing

@Suite("Scans for peaks")
struct PeakScanTests {
  private let scan = PeakScan(
    UnbinnedSearch(), at: stride(from: 12.0, through: 88, by: 2).map { .init($0, resolution: 1) })

  @Test("the place of a peak has the largest significance")
  func place() throws {
    let significances = try scan.significances(
      of: PeakFixture.spectrum(background: 1000, signal: 60))
    let largest = try #require(significances.max())
    #expect(significances.firstIndex(of: largest) == 14)
  }

  @Test("toys and up-crossings agree on the global significance, and repeat")
  func global() throws {
    let spectrum = try PeakFixture.spectrum(background: 500, signal: 12)
    let global = try scan.global(of: spectrum, degree: 2, toys: 100, seed: 3)
    let extrapolated = try #require(global.extrapolated)
    let local = PValue.oneSided(of: global.largest)
    #expect(extrapolated.value > 2 * local)
    let toys = global.toys.tally
    #expect(abs(extrapolated.value - toys.pValue) < 4 * toys.error + 0.5 * extrapolated.value)
    #expect(try scan.global(of: spectrum, degree: 2, toys: 100, seed: 3) == global)
  }
}
