// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics
import Testing

@Suite("Tabulated distributions")
struct TabulatedDistributionTests {
  /// Tables with gaps, zeros at the ends, steep and flat parts, constant and linear.
  static let tables: [TabulatedDistribution] = {
    let cases: [() throws -> TabulatedDistribution] = [
      { try TabulatedDistribution(edges: [0, 1], densities: [3]) },
      { try TabulatedDistribution(edges: [-2, -1, 0.5, 4], densities: [1, 0, 2]) },
      { try TabulatedDistribution(edges: [0, 1, 2, 3], densities: [0, 1, 0]) },
      { try TabulatedDistribution(knots: [0, 1], values: [0, 2]) },
      { try TabulatedDistribution(knots: [0, 1], values: [2, 0]) },
      { try TabulatedDistribution(knots: [0, 1, 2, 5], values: [0, 3, 0, 1]) },
      { try TabulatedDistribution(knots: [1e-9, 1, 1e6], values: [1, 1, 1e-6]) },
      {
        let knots = (0...300).map { 0.1 * Double($0) }
        return try TabulatedDistribution(knots: knots, values: knots.map { 1 / (1 + $0 * $0) })
      },
    ]
    return cases.compactMap { try? $0() }
  }()

  @Test("are drawn as their density says", arguments: 0..<8)
  func draws(index: Int) throws {
    try #require(Self.tables.count == 8)
    let table = Self.tables[index]
    for seed in 1...3 as ClosedRange<UInt64> {
      var stream = RandomStream(seed: seed, name: "table")
      let probability = GoodnessOfFit.chiSquare(
        draws: 300_000, bins: 200, cumulative: table.cumulative, draw: { table.draw(from: &stream) }
      )
      #expect(GoodnessOfFit.passes(probability))
      #expect(stream.position == 300_000)
    }
  }

  @Test("have a distribution function that is the integral of the density", arguments: 0..<8)
  func integral(index: Int) {
    let table = Self.tables[index]
    let (low, high) = (table.range.lowerBound, table.range.upperBound)
    let steps = 20_000
    let width = (high - low) / Double(steps)
    var sum = 0.0
    let greatest = (0..<steps).map { table.density(at: low + Double($0) * width) }.max() ?? 0
    for step in 0..<steps {
      let density = table.density(at: low + (Double(step) + 0.5) * width)
      sum += density * width
      // The midpoint rule errs by at most a step's worth for each jump or kink.
      let cumulative = table.cumulative(at: low + Double(step + 1) * width)
      #expect(abs(cumulative - sum) <= 4 * greatest * width + 1e-12)
    }
    #expect(table.cumulative(at: low) == 0)
    #expect(table.cumulative(at: high) == 1)
    #expect(table.cumulative(at: low - 1) == 0)
    #expect(table.cumulative(at: high + 1) == 1)
    #expect(table.density(at: low - 1) == 0)
    #expect(table.density(at: high + 1) == 0)
  }

  @Test(
    "have quantiles that grow, stay in range and invert the distribution function",
    arguments: 0..<8)
  func quantiles(index: Int) {
    let table = Self.tables[index]
    var last = table.quantile(0)
    for step in 0...10_000 {
      let u = Double(step) / 10_000
      let x = table.quantile(u)
      #expect(x >= last)
      #expect(table.range.contains(x))
      #expect(abs(table.cumulative(at: x) - u) < 1e-14)
      last = x
    }
    #expect(table.range.contains(table.quantile(0x1p-54)))
    #expect(table.range.contains(table.quantile(1 - 0x1p-53)))
  }

  @Test("with the linear density taken as constant would be noticed")
  func wrongSamplerFails() throws {
    let linear = try TabulatedDistribution(knots: [0, 1, 2], values: [1, 1.1, 1])
    let constant = try TabulatedDistribution(edges: [0, 1, 2], densities: [1.05, 1.05])
    var stream = RandomStream(seed: 1, name: "table")
    let probability = GoodnessOfFit.chiSquare(
      draws: 1_000_000, bins: 100, cumulative: linear.cumulative,
      draw: { constant.draw(from: &stream) })
    #expect(probability < GoodnessOfFit.bound)
  }

  @Test("know the integral before normalisation")
  func normalisation() throws {
    let table = try TabulatedDistribution(knots: [0, 1, 3], values: [0, 2, 4])
    #expect(table.integral == 7)
    #expect(table.density(at: 1) == 2.0 / 7)
  }

  @Test("of impossible tables are errors that name the number")
  func errors() {
    func text(_ make: () throws -> TabulatedDistribution) -> String {
      do {
        _ = try make()
        return "no error"
      } catch {
        return "\(error)"
      }
    }
    #expect(
      text { try TabulatedDistribution(edges: [0, 1], densities: [1, 2]) }
        == "2 edges for 2 bins (one bin or more needs one edge more) give lists that fit")
    #expect(
      text { try TabulatedDistribution(knots: [0, 1], values: [1]) }
        == "1 densities for 2 knots (each knot has one density) give lists of one length")
    #expect(
      text { try TabulatedDistribution(knots: [0, 2, 1], values: [1, 1, 1]) }
        == "invalid edge 1.0 at index 2 (must be finite and above the edge before) sort the edges")
    #expect(
      text { try TabulatedDistribution(edges: [0, .infinity], densities: [1]) }
        .hasPrefix("invalid edge inf at index 1"))
    #expect(
      text { try TabulatedDistribution(knots: [0, 1], values: [1, -1]) }
        == "invalid density -1.0 (must be finite and not negative) correct the density")
    #expect(
      text { try TabulatedDistribution(edges: [0, 1, 2], densities: [0, 0]) }
        .hasPrefix("invalid integral 0.0 of a density (must be positive"))
    #expect(
      text { try TabulatedDistribution(edges: [0], densities: []) }.hasPrefix("1 edges for 0"))
    #expect(
      text { try TabulatedDistribution(knots: [], values: []) }.hasPrefix("0 edges for 0 bins"))
  }
}
