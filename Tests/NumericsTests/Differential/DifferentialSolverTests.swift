// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Numerics
import Testing

@Suite("Differential equations")
struct DifferentialSolverTests {
  static let methods: [DifferentialSolver.Method] = [
    .rungeKutta45, .rungeKutta89, .backwardDifferences, .bulirschStoer,
  ]

  @Test(
    "an oscillator follows its cosine for a period, to 1e-6 with every method", arguments: methods)
  func oscillator(_ method: DifferentialSolver.Method) throws {
    let solver = DifferentialSolver(method: method, relativeError: 1e-9, absoluteError: 1e-10)
    let points = (0...12).map { Double($0) * .pi / 6 }
    let path = try solver.solve(from: 0, startingAt: [1, 0], at: points) { _, y, slope in
      slope[0] = y[1]
      slope[1] = -y[0]
    }
    #expect(path.count == points.count)
    #expect(path[0] == [1, 0])
    for (t, y) in zip(points, path) {
      #expect(isNear(y[0], cos(t), absolute: 1e-6) && isNear(y[1], -sin(t), absolute: 1e-6))
    }
  }

  @Test("the high order keeps the energy of Kepler's orbit to 1e-9 over ten turns")
  func kepler() throws {
    let solver = DifferentialSolver(relativeError: 1e-12, absoluteError: 1e-13)
    let e = 0.5
    let start = [1 - e, 0, 0, ((1 + e) / (1 - e)).squareRoot()]
    let path = try solver.solve(from: 0, startingAt: start, at: [20 * .pi]) { _, y, slope in
      let cube = pow(y[0] * y[0] + y[1] * y[1], 1.5)
      slope[0] = y[2]
      slope[1] = y[3]
      slope[2] = -y[0] / cube
      slope[3] = -y[1] / cube
    }
    let y = path[0]
    let energy = 0.5 * (y[2] * y[2] + y[3] * y[3]) - 1 / (y[0] * y[0] + y[1] * y[1]).squareRoot()
    #expect(isNear(energy, -0.5, relative: 1e-9))
    for index in 0..<4 { #expect(isNear(y[index], start[index], absolute: 1e-7)) }
  }

  @Test("backwards in time returns to the start, to 1e-9")
  func backwards() throws {
    let solver = DifferentialSolver(relativeError: 1e-11)
    let slope: (Double, Span<Double>, inout MutableSpan<Double>) -> Void = { t, y, slope in
      slope[0] = t * y[0]
    }
    let there = try solver.solve(from: 0, startingAt: [1], at: [2], slope)
    #expect(isNear(there[0][0], exp(2), relative: 1e-9))
    let back = try solver.solve(from: 2, startingAt: there[0], at: [1, 0], slope)
    #expect(isNear(back[0][0], exp(0.5), relative: 1e-9) && isNear(back[1][0], 1, relative: 1e-9))
  }

  /// Robertson's reactions, the textbook stiff system; rates from 0.04 to 3e7.
  static func robertson(_ y: Span<Double>, _ slope: inout MutableSpan<Double>) {
    let (a, b, c) = (0.04 * y[0], 1e4 * y[1] * y[2], 3e7 * y[1] * y[1])
    slope[0] = b - a
    slope[1] = a - b - c
    slope[2] = c
  }

  @Test(
    "Robertson's stiff reactions end at the published values, 4 digits, derivatives given or not",
    arguments: [DifferentialSolver.Method.backwardDifferences, .bulirschStoer])
  func stiff(_ method: DifferentialSolver.Method) throws {
    let solver = DifferentialSolver(method: method, relativeError: 1e-7, absoluteError: 1e-12)
    // The values at t = 40 in Hairer1996stiff, section IV.10.
    let published = [0.7158, 9.185e-6, 0.2842]
    let plain = try solver.solve(from: 0, startingAt: [1, 0, 0], at: [40]) { _, y, slope in
      Self.robertson(y, &slope)
    }
    let given = try solver.solve(
      from: 0, startingAt: [1, 0, 0], at: [40],
      jacobian: { _, y, matrix, drift in
        let rows = [
          [-0.04, 1e4 * y[2], 1e4 * y[1]],
          [0.04, -1e4 * y[2] - 6e7 * y[1], -1e4 * y[1]],
          [0, 6e7 * y[1], 0],
        ]
        for row in 0..<3 {
          for column in 0..<3 { matrix[3 * row + column] = rows[row][column] }
          drift[row] = 0
        }
      },
      { _, y, slope in Self.robertson(y, &slope) })
    for index in 0..<3 {
      #expect(isNear(plain[0][index], published[index], relative: 2e-4))
      #expect(isNear(given[0][index], plain[0][index], relative: 1e-4))
    }
    #expect(isNear(plain[0].reduce(0, +), 1, relative: 1e-6))
  }

  @Test("an explicit method gives up on a stiff system within its steps and says what to use")
  func givesUp() {
    let solver = DifferentialSolver(maximumSteps: 100)
    let error = numericsError {
      _ = try solver.solve(from: 0, startingAt: [1, 0, 0], at: [40]) { _, y, slope in
        Self.robertson(y, &slope)
      }
    }
    #expect(error?.cause == .status(.maximumIterations, routine: "gsl_odeiv2_driver_apply"))
    #expect(error?.suggestion.hasPrefix("if the system is stiff use backwardDifferences") == true)
    #expect(
      error?.problem.hasPrefix("no solution of the equations from 0.0 to 40.0, stuck") == true)
  }

  @Test("a solution that runs to infinity is an error", arguments: methods)
  func blowUp(_ method: DifferentialSolver.Method) {
    #expect(throws: NumericsError.self) {
      _ = try DifferentialSolver(method: method, maximumSteps: 5000).solve(
        from: 0, startingAt: [1], at: [2]
      ) { _, y, slope in slope[0] = y[0] * y[0] }
    }
  }

  @Test(
    "NaN says where, own errors come out unchanged, from slope and derivatives", arguments: methods)
  func failures(_ method: DifferentialSolver.Method) {
    let solver = DifferentialSolver(method: method)
    let error = numericsError {
      _ = try solver.solve(from: 0, startingAt: [1], at: [2]) { t, y, slope in
        slope[0] = t > 1 ? .nan : 1
      }
    }
    guard case .notFinite(.notANumber, let point) = error?.cause else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(point.count == 2 && point[0] > 0.999)
    #expect(throws: Interruption(place: 1)) {
      _ = try solver.solve(from: 0, startingAt: [1], at: [2]) { _, _, _ in
        throw Interruption(place: 1)
      }
    }
    if method == .backwardDifferences || method == .bulirschStoer {
      #expect(throws: Interruption(place: 2)) {
        _ = try solver.solve(
          from: 0, startingAt: [1], at: [2],
          jacobian: { _, _, _, _ in throw Interruption(place: 2) },
          { _, y, slope in slope[0] = -y[0] })
      }
    }
  }

  @Test("points that turn back are refused; none give an empty path")
  func points() throws {
    let solver = DifferentialSolver()
    let error = numericsError {
      _ = try solver.solve(from: 0, startingAt: [1], at: [1, 0.5, 2]) { _, y, s in s[0] = y[0] }
    }
    #expect(error?.reason == "the points must move away from the start in one direction")
    #expect(try solver.solve(from: 0, startingAt: [1], at: []) { _, y, s in s[0] = y[0] }.isEmpty)
  }
}
