// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Inference
import Testing

@Suite("Fitting a peak to events")
struct UnbinnedSearchTests {
  @Test("the fitted signal is unbiased")
  func signal() throws {
    var sum = 0.0
    for event in 0..<20 {
      let spectrum = try PeakFixture.spectrum(background: 2000, signal: 60, event: event)
      sum += try UnbinnedSearch().test(40, resolution: 1, in: spectrum, at: .ninety).bestSignal
    }
    // One fit has an error of about 12.
    #expect(abs(sum / 20 - 60) < 10)
  }

  @Test("with many events it is somewhat better than a window")
  func comparison() throws {
    let spectrum = try PeakFixture.spectrum(background: 4000, signal: 0)
    let fit = try UnbinnedSearch().test(40, resolution: 1, in: spectrum, at: .ninety)
    let window = try WindowSearch().test(40, resolution: 1, in: spectrum, at: .ninety)
    #expect(fit.expected == fit.expected.sorted())
    #expect(fit.expected[2] / window.expected[2] > 0.75)
    #expect(fit.expected[2] / window.expected[2] < 1.02)
    #expect(fit.warnings.isEmpty)
  }

  @Test("its significance is that of its test")
  func significance() throws {
    let spectrum = try PeakFixture.spectrum(background: 2000, signal: 60)
    let test = try UnbinnedSearch().test(40, resolution: 1, in: spectrum, at: .ninety)
    let alone = try UnbinnedSearch().significance(40, resolution: 1, in: spectrum)
    #expect(abs(test.local.oneSided - alone) < 1e-9)
    #expect(alone > 4)
  }

  @Test("few events bring a warning")
  func warning() throws {
    let spectrum = try PeakFixture.spectrum(background: 50, signal: 0)
    let test = try UnbinnedSearch().test(40, resolution: 1, in: spectrum, at: .ninety)
    #expect(test.warnings.count == 1)
  }
}
