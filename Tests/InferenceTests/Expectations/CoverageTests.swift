// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Inference
import Testing

@Suite("Coverage")
struct CoverageTests {
  static let signals = (0...100).map { 0.1 * Double($0) }

  /// The least coverage on a scan of signals from 0 to 10.
  static func least(_ method: some LimitMethod, _ background: Double) throws -> Double {
    let coverage = try Coverage(of: method, for: counting(0, background), upTo: 10)
    return try signals.map { try coverage.probability(signal: $0) }.min() ?? 0
  }

  @Test(
    "never falls below the level for a known background", arguments: [0, 0.5, 1, 2, 3, 4, 5.0])
  func noUndercoverage(_ background: Double) throws {
    for method: any LimitMethod in [
      PoissonLimit(), ClassicalLimit(), CLsLimit(), BayesianLimit(prior: .flat),
      FeldmanCousins(edges: .published), FeldmanCousins(edges: .raw),
    ] {
      #expect(try Self.least(method, background) >= 0.9 - 1e-9, "\(method.name)")
    }
  }

  @Test("shows how far approximate methods fall below it")
  func undercoverage() throws {
    // An interval from zero events that ends at 1.35 misses s = 1.4 with probability e^-1.4.
    #expect(abs(try Self.least(ProfileLikelihoodInterval(), 0) - 0.6997) < 1e-3)
    #expect(abs(try Self.least(BayesianLimit(prior: .jeffreys), 0) - 0.7534) < 1e-3)
    #expect(try Self.least(AsymptoticCLsLimit(), 5) < 0.88)
  }

  @Test("is a plain sum over the counts whose interval holds the signal")
  func sum() throws {
    let coverage = try Coverage(of: CLsLimit(), for: counting(0, 1), upTo: 4)
    // Limits of 0, 1, ... events over one of background: 2.303, 3.272, ...; only n = 0 misses 2.5.
    let expected = 1 - exp(-3.5)
    #expect(abs(try coverage.probability(signal: 2.5) - expected) < 1e-12)
    #expect(throws: InferenceError.self) { try coverage.probability(signal: 5) }
  }
}
