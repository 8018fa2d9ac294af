// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Numerics
import Testing

@Suite("Systems of equations")
struct SolveSystemTests {
  @Test("Rosenbrock's system is solved to 1e-10")
  func rosenbrock() throws {
    let root = try solveSystem(startingAt: [-10, -5]) { x, f in
      f[0] = 1 - x[0]
      f[1] = 10 * (x[1] - x[0] * x[0])
    }
    #expect(isNear(root[0], 1, relative: 1e-10) && isNear(root[1], 1, relative: 1e-10))
  }

  @Test("Broyden's tridiagonal system of 20 equations leaves residuals below 1e-10")
  func broyden() throws {
    func fill(_ x: Span<Double>, _ f: inout MutableSpan<Double>) {
      for i in 0..<20 {
        let left = i > 0 ? x[i - 1] : 0
        let right = i < 19 ? x[i + 1] : 0
        f[i] = (3 - 2 * x[i]) * x[i] - left - 2 * right + 1
      }
    }
    let root = try solveSystem(startingAt: [Double](repeating: -1, count: 20)) { fill($0, &$1) }
    var residuals = [Double](repeating: 1, count: 20)
    var span = residuals.mutableSpan
    fill(root.span, &span)
    #expect(residuals.reduce(0) { $0 + $1.magnitude } < 1e-10)
  }

  @Test("a system without a solution is refused, NaN says where, own errors come out unchanged")
  func failures() {
    let none = numericsError {
      _ = try solveSystem(startingAt: [1]) { x, f in f[0] = x[0] * x[0] + 1 }
    }
    #expect(none?.problem == "no solution of the system found from [1.0]")
    let nan = numericsError {
      _ = try solveSystem(startingAt: [4, 2]) { x, f in
        f[0] = x[0]
        f[1] = .nan
      }
    }
    #expect(nan?.cause == .notFinite(value: .notANumber, at: [4, 2]))
    #expect(throws: Interruption(place: 6)) {
      _ = try solveSystem(startingAt: [0, 0]) { _, _ in throw Interruption(place: 6) }
    }
    let empty = numericsError { _ = try solveSystem(startingAt: []) { _, _ in } }
    #expect(empty?.cause != nil)
  }
}
