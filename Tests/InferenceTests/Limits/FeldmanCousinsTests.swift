// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Inference
import Testing

@Suite("Feldman-Cousins")
struct FeldmanCousinsTests {
  @Test(
    "gives the published table", arguments: ValidationTable("statistics_feldman_cousins").rows)
  func table(_ row: ValidationTable.Row) throws {
    let interval = try FeldmanCousins().interval(
      for: counting(row.number("observed"), row.number("background")), at: .ninety)
    #expect(abs(interval.lower - row.number("lower")) <= row.number("tolerance"))
    #expect(abs(interval.upper - row.number("upper")) <= row.number("tolerance"))
  }

  @Test("the published table is there")
  func isThere() { #expect(ValidationTable("statistics_feldman_cousins").rows.count == 138) }

  @Test("agrees with a slow construction on a grid for n = 0 to 20", arguments: 0...15)
  func slow(_ background: Int) throws {
    let step = 0.01
    let grid = SlowConstruction(background: Double(background), level: 0.9, step: step)
    for count in 0...20 {
      let model = try counting(Double(count), Double(background))
      let raw = try FeldmanCousins(edges: .raw).interval(for: model, at: .ninety)
      let published = try FeldmanCousins().interval(for: model, at: .ninety)
      let accepted = grid.range(of: count)
      #expect(abs(raw.lower - accepted.lowerBound) <= step, "\(count)")
      #expect(abs(raw.upper - accepted.upperBound) <= step, "\(count)")
      #expect(published.upper >= raw.upper && published.lower == raw.lower)
    }
  }

  @Test("published upper ends are the largest raw ones of this and all larger backgrounds")
  func monotone() throws {
    for count in [0, 1, 2, 5, 9] {
      let raw = try (0...4000).map { index in
        try FeldmanCousins(edges: .raw)
          .interval(for: counting(Double(count), 0.005 * Double(index)), at: .ninety).upper
      }
      var largest = 0.0
      for index in stride(from: 3000, through: 0, by: -1) {
        largest = max(largest, raw[index])
        if index == 3000 { largest = raw[3000...].max() ?? 0 }
        guard index % 100 == 0 else { continue }
        let published = try upper(
          FeldmanCousins(), counting(Double(count), 0.005 * Double(index)))
        #expect(published >= largest - 1e-9, "\(count) \(index)")
        #expect(published <= largest + 0.006, "\(count) \(index)")
      }
    }
  }

  @Test("holds other confidence levels")
  func levels() throws {
    let model = try counting(3, 0.5)
    for level in [0.6827, 0.95, 0.99] {
      let interval = try FeldmanCousins().interval(for: model, at: ConfidenceLevel(level))
      let grid = SlowConstruction(background: 0.5, level: level, step: 0.01).range(of: 3)
      #expect(abs(interval.lower - grid.lowerBound) <= 0.01)
      #expect(abs(interval.upper - grid.upperBound) <= 0.01)
    }
  }
}

/// The construction as the paper describes it: for each signal sort the counts, add them up.
struct SlowConstruction {
  /// The smallest and the largest signal that accept each count.
  private let edges: [ClosedRange<Double>?]

  init(background: Double, level: Double, step: Double) {
    var edges = [ClosedRange<Double>?](repeating: nil, count: 61)
    var signal = 0.0
    while signal < 31 {
      let probabilities = Self.poisson(signal + background)
      let ratios = probabilities.indices.map { n in
        let best = max(Double(n), background)
        let atBest = n == 0 ? exp(-best) : exp(Double(n) * log(best) - best - lgamma(Double(n) + 1))
        return probabilities[n] / atBest
      }
      // Equal ratios, as for all counts below the background without signal, come together.
      let order = ratios.indices.sorted { ratios[$0] > ratios[$1] }
      var sum = 0.0
      var lastRatio = Double.infinity
      for n in order {
        if sum >= level, ratios[n] < lastRatio * (1 - 1e-12) { break }
        sum += probabilities[n]
        lastRatio = ratios[n]
        edges[n] = (edges[n]?.lowerBound ?? signal)...signal
      }
      signal += step
    }
    self.edges = edges
  }

  func range(of count: Int) -> ClosedRange<Double> { edges[count] ?? 0...0 }

  private static func poisson(_ mean: Double) -> [Double] {
    var table = [exp(-mean)]
    for k in 1...60 { table.append(table[k - 1] * mean / Double(k)) }
    return table
  }
}
