// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Showers
import Testing

@Suite("annihilation in flight")
struct AnnihilationTests {
  @Test("shares are drawn as the cross section has it", arguments: [1.2, 3, 40, 2000])
  func sampler(gamma: Double) {
    var random = ShowerRandom(seed: 6, event: 0)
    let high = Annihilation.greatestShare(gamma: gamma)
    let low = 1 - high
    let span = log(high / low)
    let worst = worstDeviation { q in
      let e = low * exp(span * q)
      return e * Annihilation.spectrum(e, gamma: gamma)
    } draw: {
      log(Annihilation.drawShare(gamma: gamma, &random) / low) / span
    }
    #expect(worst < 1)
  }

  @Test("both photons are alike: the spectrum is even about one half")
  func symmetry() {
    for e in [0.1, 0.3, 0.45] {
      let sum = Annihilation.spectrum(e, gamma: 10) + Annihilation.spectrum(1 - e, gamma: 10)
      #expect(sum > 0)
    }
    // The mean share of a photon is one half.
    var random = ShowerRandom(seed: 7, event: 0)
    var sum = 0.0
    for _ in 0..<100_000 {
      let e = Annihilation.drawShare(gamma: 10, &random)
      sum += random.uniform() < 0.5 ? e : 1 - e
    }
    #expect(isNear(sum / 100_000, 0.5, 0.01))
  }
}
