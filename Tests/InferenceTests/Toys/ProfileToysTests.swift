// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Inference
import Testing

@Suite("Toys of the likelihood ratio")
struct ProfileToysTests {
  @Test(
    "agree with exact sums within their error, ties and large means included",
    arguments: [(0.0, 0.53, 0.17, 2.3), (1, 0.53, 0.17, 3.5), (3, 1, 0.5, 5.7), (590, 600, 20, 40)])
  func exact(_ count: Double, _ background: Double, _ error: Double, _ signal: Double) throws {
    let model = try counting(count, background, error: error, shape: .gamma)
    let toys = try ProfileToys(model, signal: signal, seed: 1)
    let sum = try #require(OnOffSum(model)).probabilities(signal: signal)
    let both = toys.tally(0..<20_000, of: .signalAndBackground)
    let alone = toys.tally(0..<20_000, of: .backgroundAlone)
    #expect(abs(both.pValue - sum.both) < 4 * both.error)
    #expect(abs(alone.pValue - sum.background) < 4 * alone.error)
  }

  @Test("do not depend on how their numbers are split")
  func split() throws {
    let model = try counting(2, 1.4, error: 0.5, shape: .logNormal)
    let toys = try ProfileToys(model, signal: 4, seed: 9)
    let whole = toys.tally(0..<900, of: .signalAndBackground)
    var parts = toys.tally(500..<900, of: .signalAndBackground)
    parts.merge(toys.tally(0..<1, of: .signalAndBackground))
    parts.merge(toys.tally(1..<500, of: .signalAndBackground))
    #expect(parts == whole)
    let other = try ProfileToys(model, signal: 4, seed: 10)
    #expect(other.tally(0..<900, of: .signalAndBackground) != whole)
  }
}
