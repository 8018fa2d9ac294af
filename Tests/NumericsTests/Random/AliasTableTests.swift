// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics
import Testing

@Suite("Alias tables")
struct AliasTableTests {
  /// The probability of the chi-square of draws against weights; zero weights must not occur.
  static func fit(_ table: AliasTable, weights: [Double], seed: UInt64) -> Double {
    var stream = RandomStream(seed: seed, name: "alias")
    let draws = 1_000_000
    var counts = [Int](repeating: 0, count: weights.count)
    for _ in 0..<draws { counts[table.draw(from: &stream)] += 1 }
    let total = weights.reduce(0, +)
    let drawn = weights.indices.filter { weights[$0] > 0 }
    #expect(weights.indices.allSatisfy { weights[$0] > 0 || counts[$0] == 0 })
    return GoodnessOfFit.chiSquare(
      counts: drawn.map { counts[$0] },
      expected: drawn.map { Double(draws) * weights[$0] / total })
  }

  static let cases: [[Double]] = [
    [1, 1], [0, 3, 0, 1, 0], [0.1, 0.2, 0.3, 0.4], (1...100).map { Double($0 * $0) },
    [1e-3, 1, 1e3, 10], (0..<64).map { _ in 2.5 }, [1e300, 3e300, 2e300],
  ]

  @Test("draw each index as often as its weight says", arguments: cases)
  func weights(weights: [Double]) throws {
    let table = try AliasTable(weights: weights)
    for seed in 1...3 as ClosedRange<UInt64> {
      #expect(GoodnessOfFit.passes(Self.fit(table, weights: weights, seed: seed)))
    }
  }

  @Test("with one weight off by two percent would be noticed")
  func wrongTableFails() throws {
    let table = try AliasTable(weights: [1, 2, 3, 4.08])
    #expect(Self.fit(table, weights: [1, 2, 3, 4], seed: 1) < GoodnessOfFit.bound)
  }

  @Test("of one weight always draw it, and a lone weight among zeros likewise")
  func degenerate() throws {
    var stream = RandomStream(seed: 1, name: "alias")
    let one = try AliasTable(weights: [0.3])
    let lone = try AliasTable(weights: [0, 0, 7, 0])
    for _ in 0..<1000 {
      #expect(one.draw(from: &stream) == 0)
      #expect(lone.draw(from: &stream) == 2)
    }
    #expect(lone.probabilities == [0, 0, 1, 0])
    #expect(stream.position == 2000)
  }

  @Test("of impossible weights are errors that name the weight")
  func errors() {
    func text(_ weights: [Double]) -> String {
      do {
        _ = try AliasTable(weights: weights)
        return "no error"
      } catch {
        return error.description
      }
    }
    #expect(
      text([1, -1]) == "invalid weight -1.0 at index 1 (must be finite and not negative) "
        + "correct the weight")
    #expect(text([.nan]).hasPrefix("invalid weight nan at index 0"))
    #expect(text([1, 2, .infinity]).hasPrefix("invalid weight inf at index 2"))
    for weights in [[], [0, 0]] as [[Double]] {
      #expect(
        text(weights) == "invalid sum of weights 0.0 (must be positive and finite) "
          + "give at least one positive weight, none near the largest number")
    }
    #expect(text([1e308, 1e308]).hasPrefix("invalid sum of weights inf"))
  }
}
