// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Inference
import Testing

@Suite("Expected limit")
struct ExpectedLimitTests {
  @Test("takes its quantiles from the exact distribution of the count")
  func quantiles() throws {
    let background = 3.2
    let expected = try ExpectedLimit(of: CLsLimit(), for: counting(0, background))
    func limit(_ probability: Double) throws -> Double {
      var count = 0
      while poissonSum(upTo: count, mean: background) < probability { count += 1 }
      return try upper(CLsLimit(), counting(Double(count), background))
    }
    #expect(abs(expected.median - (try limit(0.5))) < 1e-12)
    #expect(abs(expected.band68.lowerBound - (try limit(0.158655))) < 1e-12)
    #expect(abs(expected.band68.upperBound - (try limit(0.841345))) < 1e-12)
    #expect(abs(expected.band95.lowerBound - (try limit(0.02275))) < 1e-12)
    #expect(abs(expected.band95.upperBound - (try limit(0.97725))) < 1e-12)
    #expect(expected.method == "cls" && expected.confidenceLevel == .ninety)
  }

  @Test("coincides with the limit of zero events where next to nothing is expected, and says so")
  func zero() throws {
    let expected = try ExpectedLimit(
      of: CLsLimit(), for: counting(5, 0.016, error: 0.002))
    #expect(abs(expected.median - 2.302585) < 1e-6)
    #expect(expected.band95.lowerBound == expected.median)
    #expect(expected.band95.upperBound == expected.median)
    #expect(expected.notes.count == 2)
  }

  @Test("of like bins is that of their sum")
  func bins() throws {
    let bin = try CountingBin(
      observed: 0, background: UncertainValue(0.7), efficiency: UncertainValue(0.5))
    let parts = try ExpectedLimit(of: CLsLimit(), for: CountingModel(bins: [bin, bin]))
    let whole = try ExpectedLimit(of: CLsLimit(), for: counting(0, 1.4))
    #expect(abs(parts.median - whole.median) < 1e-9)
    #expect(abs(parts.band95.upperBound - whole.band95.upperBound) < 1e-9)
  }

  @Test("refuses more outcomes than can be listed")
  func tooMany() throws {
    let bin = try CountingBin(observed: 0, background: UncertainValue(50))
    let error = #expect(throws: InferenceError.self) {
      try ExpectedLimit(of: CLsLimit(), for: CountingModel(bins: [bin, bin, bin]))
    }
    #expect(error?.cause == .tooLarge)
  }
}
