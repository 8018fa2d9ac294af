// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Inference
import Testing

@Suite("Feldman-Cousins")
struct FeldmanCousinsTests {
  @Test(
    "keeps the tail that decides where the level is close to one", arguments: [1e-9, 1e-12, 1e-16])
  func levelsCloseToOne(_ remainder: Double) throws {
    let level = try ConfidenceLevel(1 - remainder)
    let known = try FeldmanCousins().interval(for: counting(0, 0.5), at: level).upper
    // No event has probability e^-(s + b); a few counts far above it rank behind and add a little.
    let alone = -log(1 - level.value) - 0.5
    #expect(known > alone && known < alone + 0.15)
    let averaged = try FeldmanCousins(edges: .raw)
      .interval(for: counting(0, 0.5, error: 1e-4), at: level).upper
    #expect(abs(averaged - known) < 1e-3)
  }

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
      // Accepted slivers may be narrower than the grid: ask the construction on either side.
      #expect(raw.upper >= accepted.upperBound, "\(count)")
      #expect(grid.accepts(count, signal: raw.upper - 1e-7), "\(count)")
      #expect(!grid.accepts(count, signal: raw.upper + 1e-7), "\(count)")
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

  @Test("extends to uncertainties by averaging, and says so")
  func averaged() throws {
    for (count, background) in [(0.0, 0.53), (4, 2.57), (10, 3)] {
      let raw = try FeldmanCousins(edges: .raw)
        .interval(for: counting(count, background), at: .ninety)
      let almost = try FeldmanCousins().interval(
        for: counting(count, background, error: 1e-4), at: .ninety)
      #expect(abs(almost.upper - raw.upper) < 1e-3 && abs(almost.lower - raw.lower) < 1e-3)
      let uncertain = try FeldmanCousins().interval(
        for: counting(count, background, error: 0.3 * background, shape: .gamma), at: .ninety)
      #expect(uncertain.lower <= raw.lower + 1e-6)
      #expect(
        uncertain.notes == [
          "extended to averaged probabilities (Conrad et al.), upper end as the construction "
            + "gives it",
          "uncertainties averaged over (Cousins-Highland): gamma (on-off)",
        ])
    }
    let coverage = try Coverage(
      of: FeldmanCousins(), for: counting(0, 2.57, error: 0.33), upTo: 10)
    for signal in 0...20 {
      #expect(try coverage.probability(signal: 0.5 * Double(signal)) > 0.9 - 1e-9)
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
  private let background: Double
  private let level: Double

  init(background: Double, level: Double, step: Double) {
    var edges = [ClosedRange<Double>?](repeating: nil, count: 61)
    var signal = 0.0
    while signal < 31 {
      for n in Self.accepted(signal, background, level) {
        edges[n] = (edges[n]?.lowerBound ?? signal)...signal
      }
      signal += step
    }
    self.edges = edges
    self.background = background
    self.level = level
  }

  func range(of count: Int) -> ClosedRange<Double> { edges[count] ?? 0...0 }

  func accepts(_ count: Int, signal: Double) -> Bool {
    Self.accepted(signal, background, level).contains(count)
  }

  /// The counts that one signal accepts.
  private static func accepted(_ signal: Double, _ background: Double, _ level: Double) -> [Int] {
    let probabilities = poisson(signal + background)
    let ratios = probabilities.indices.map { n in
      let best = max(Double(n), background)
      let atBest = n == 0 ? exp(-best) : exp(Double(n) * log(best) - best - lgamma(Double(n) + 1))
      return probabilities[n] / atBest
    }
    let order = ratios.indices.sorted { ratios[$0] > ratios[$1] }
    var accepted: [Int] = []
    var sum = 0.0
    for n in order {
      // Equal ratios, as for all counts below the background without signal, come together.
      if sum >= level, ratios[n] < ratios[accepted[accepted.count - 1]] * (1 - 1e-12) { break }
      sum += probabilities[n]
      accepted.append(n)
    }
    return accepted
  }

  private static func poisson(_ mean: Double) -> [Double] {
    var table = [exp(-mean)]
    for k in 1...60 { table.append(table[k - 1] * mean / Double(k)) }
    return table
  }
}
