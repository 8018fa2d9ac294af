// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Numerics

/// Turns what particles left in a counter into what is measured.
///
/// A counter misses each particle by itself: a deposit of that of n minimum-ionising particles, but at
/// least of one, is missed with the probability p^n.
package struct CounterResponse: Sendable {
  /// The counter.
  package let counter: Counter
  /// The mean deposit of a minimum-ionising particle in GeV; nil in the vacuum.
  private let single: Double?

  /// Prepares to read a counter.
  package init(of counter: Counter) {
    self.counter = counter
    let slab = counter.slab
    single = (IonisationLoss(slab.material)?.mean(betaGamma: 3.5)).map { $0 * slab.thickness }
  }

  /// The energy that is read for a deposit in GeV; as often as the counter is blind, only noise.
  package func read(_ deposit: Double, _ random: inout RandomStream) -> Double {
    let particles = single.map { max(1, deposit / $0) } ?? 1
    let isBlind =
      counter.inefficiency > 0 && random.uniform() < pow(counter.inefficiency, particles)
    return counter.readout.read(isBlind ? 0 : deposit, &random)
  }
}
