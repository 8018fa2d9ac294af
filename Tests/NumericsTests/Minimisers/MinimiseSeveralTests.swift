// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Numerics
import Testing

@Suite("Minima of several variables")
struct MinimiseSeveralTests {
  static func rosenbrock(_ x: Span<Double>) -> Double {
    let (a, b) = (1 - x[0], x[1] - x[0] * x[0])
    return a * a + 100 * b * b
  }

  @Test("the simplex walks Rosenbrock's valley to 1e-6")
  func simplex() throws {
    let minimum = try minimiseBySimplex(
      startingAt: [-1.2, 1], steps: [0.5, 0.5], size: 1e-9, Self.rosenbrock)
    #expect(isNear(minimum.point[0], 1, relative: 1e-6))
    #expect(isNear(minimum.point[1], 1, relative: 1e-6))
    #expect(minimum.value < 1e-14)
  }

  @Test("BFGS does so with a given gradient to 1e-6, and with differences to 1e-5")
  func gradient() throws {
    let given = try minimiseByGradient(
      startingAt: [-1.2, 1],
      gradient: { x, slope in
        slope[0] = -2 * (1 - x[0]) - 400 * x[0] * (x[1] - x[0] * x[0])
        slope[1] = 200 * (x[1] - x[0] * x[0])
      }, Self.rosenbrock)
    let differences = try minimiseByGradient(startingAt: [-1.2, 1], Self.rosenbrock)
    for index in 0..<2 {
      #expect(isNear(given.point[index], 1, relative: 1e-6))
      #expect(isNear(differences.point[index], 1, relative: 1e-5))
    }
  }

  @Test("both agree with the solution of the linear equations of a quadratic form, to 1e-6")
  func quadratic() throws {
    let matrix = try Matrix([[4, 1, 0.5], [1, 3, -1], [0.5, -1, 2]])
    let target = [1.0, -2, 0.5]
    let exact = try matrix.solve(target)
    let f: (Span<Double>) -> Double = { x in
      let point = (0..<3).map { x[$0] }
      let image = matrix * point
      return (0..<3).reduce(0) { $0 + point[$1] * (0.5 * image[$1] - target[$1]) }
    }
    let descent = try minimiseByGradient(startingAt: [0, 0, 0], gradientSize: 1e-7, f)
    let simplex = try minimiseBySimplex(
      startingAt: [0, 0, 0], steps: [1, 1, 1], size: 1e-9, f)
    for index in 0..<3 {
      #expect(isNear(descent.point[index], exact[index], absolute: 1e-6))
      #expect(isNear(simplex.point[index], exact[index], absolute: 1e-6))
    }
  }

  @Test("a start at the minimum stays there")
  func atMinimum() throws {
    let minimum = try minimiseByGradient(startingAt: [1, 1], Self.rosenbrock)
    #expect(minimum.point == [1, 1] && minimum.iterations == 0)
  }

  @Test("a function without a minimum, NaN, own errors: each its own way out")
  func failures() {
    let endless = numericsError {
      _ = try minimiseBySimplex(startingAt: [0], steps: [1], maximumIterations: 50) { -$0[0] }
    }
    #expect(endless?.reason == "50 iterations did not suffice")
    for error in [
      numericsError { _ = try minimiseBySimplex(startingAt: [1], steps: [1]) { _ in .nan } },
      numericsError { _ = try minimiseByGradient(startingAt: [1]) { _ in .nan } },
    ] {
      #expect(error?.cause == .notFinite(value: .notANumber, at: [1]))
    }
    #expect(throws: Interruption(place: 1)) {
      _ = try minimiseBySimplex(startingAt: [0], steps: [1]) { _ in throw Interruption(place: 1) }
    }
    #expect(throws: Interruption(place: 2)) {
      _ = try minimiseByGradient(startingAt: [0]) { _ in throw Interruption(place: 2) }
    }
    #expect(throws: Interruption(place: 3)) {
      _ = try minimiseByGradient(
        startingAt: [1], gradient: { _, _ in throw Interruption(place: 3) }
      ) { $0[0] * $0[0] }
    }
  }

  @Test("the gradient minimiser stops calling a closure that has thrown")
  func stopsAtOnce() {
    var calls = 0
    _ = try? minimiseByGradient(startingAt: [-1.2, 1]) { x in
      calls += 1
      if calls == 30 { throw Interruption(place: 0) }
      return Self.rosenbrock(x)
    }
    #expect(calls == 30)
  }
}
