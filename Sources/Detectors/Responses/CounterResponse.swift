// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics

/// Turns what particles left in a counter into what is measured.
package struct CounterResponse: Sendable {
  /// The counter.
  package let counter: Counter

  /// Prepares to read a counter.
  package init(of counter: Counter) { self.counter = counter }

  /// The energy that is read for a deposit in GeV; as often as the counter is blind, only noise.
  package func read(_ deposit: Double, _ random: inout RandomStream) -> Double {
    let isBlind = counter.inefficiency > 0 && random.uniform() < counter.inefficiency
    return counter.readout.read(isBlind ? 0 : deposit, &random)
  }
}
