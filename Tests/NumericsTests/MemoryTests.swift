// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Numerics
import Testing

@Suite("Memory")
struct MemoryTests {
  /// The resident memory of the process in megabytes.
  static func resident() throws -> Double {
    let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(
      separator: " ")
    let pages = try #require(Double(fields[1]))
    return pages * 4096 / 1e6
  }

  // Leaked workspaces of these tasks would come to more than 800 MB.
  @Test("thousands of failures of every kind leave less than 64 MB behind")
  func failures() throws {
    let box = try IntegrationBox([(from: 0, to: 1), (from: 0, to: 1)])
    let before = try Self.resident()
    let failing: (Double) throws -> Double = { throw Interruption(place: $0) }
    for _ in 0..<2000 {
      _ = try? integrate(from: 0, to: 1, failing)
      _ = try? integrate(from: 0, to: .infinity) { _ in .nan }
      _ = try? integrate(from: 0, to: 1, method: .doublyAdaptive, failing)
      _ = try? MonteCarloIntegrator(calls: 100, seed: 1).integrate(over: box) { _ in .nan }
      _ = try? findRoot(from: 0, to: 1, failing)
      _ = try? minimise(from: 0, to: 1, failing)
      let start = [Double](repeating: 1, count: 50)
      _ = try? solveSystem(startingAt: start) { _, _ in throw Interruption(place: 0) }
      _ = try? minimiseBySimplex(startingAt: start, steps: start) { _ in .nan }
      _ = try? minimiseByGradient(startingAt: start) { _ in .nan }
      _ = try? DifferentialSolver(method: .backwardDifferences).solve(
        from: 0, startingAt: start, at: [1]
      ) { _, _, _ in throw Interruption(place: 0) }
    }
    #expect(try Self.resident() - before < 64)
  }
}
