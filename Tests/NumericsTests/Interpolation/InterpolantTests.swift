// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Numerics
import Testing

@Suite("Interpolants of one variable")
struct InterpolantTests {
  static let places = [0.5, 1, 1.7, 4, 9, 10]
  static let values = [2, 3.5, 1, 0.2, 0.2, 8]

  static let all: [any Interpolant] = {
    let made: [(any Interpolant)?] = [
      try? LinearInterpolant(places, values), try? LogLogInterpolant(places, values),
      try? LogXInterpolant(places, values), try? LogYInterpolant(places, values),
      try? MonotoneCubicInterpolant(places, values),
    ]
    return made.compactMap(\.self)
  }()

  @Test("pass through their values to 1e-15 and are continuous", arguments: all)
  func throughValues(_ table: any Interpolant) throws {
    for (x, y) in zip(Self.places, Self.values) {
      #expect(isNear(try table.value(at: x), y, relative: 1e-15))
      #expect(isNear(table.value(extrapolating: x - 1e-12), y, relative: 1e-10))
    }
  }

  @Test("the derivative is that of the values by differences, to 1e-8", arguments: all)
  func derivative(_ table: any Interpolant) throws {
    for x in [0.7, 1.3, 2.2, 5, 9.4] {
      let slope = try differentiate(at: x, step: 0.05) { table.value(extrapolating: $0) }
      #expect(isNear(try table.derivative(at: x), slope.value, relative: 1e-8, absolute: 1e-11))
    }
  }

  @Test(
    "the integral is that by quadrature, to 1e-11, and changes sign with its ends", arguments: all)
  func integral(_ table: any Interpolant) throws {
    for (lower, upper) in [(0.5, 10.0), (0.6, 0.9), (1.0, 4.0), (0.8, 9.7), (3.0, 3.0)] {
      let area = try table.integral(from: lower, to: upper)
      let numerical = try integrate(
        from: lower, to: upper, points: Self.places, relativeError: 1e-11
      ) { table.value(extrapolating: $0) }
      #expect(isNear(area, numerical.value, relative: 1e-11))
      #expect(try table.integral(from: upper, to: lower) == -area)
    }
  }

  @Test("outside their range the caller chooses", arguments: all)
  func outside(_ table: any Interpolant) throws {
    #expect(table.value(clamping: 0.1) == table.value(extrapolating: 0.5))
    #expect(table.value(clamping: 99) == table.value(extrapolating: 10))
    #expect(table.value(at: 0.4, elsewhere: -7) == -7)
    #expect(table.value(at: 10, elsewhere: -7) == table.value(extrapolating: 10))
    #expect(table.value(extrapolating: 10.5) != table.value(clamping: 10.5))
    for x in [0.4999, 10.0001, .nan, .infinity] {
      let error = numericsError { _ = try table.value(at: x) }
      #expect(
        error?.description == "no value of the table at \(x) (the table covers 0.5 to 10.0) "
          + "clamp or extrapolate on purpose where that is meant")
      #expect(throws: NumericsError.self) { _ = try table.derivative(at: x) }
      #expect(throws: NumericsError.self) { _ = try table.integral(from: 1, to: x) }
    }
    #expect(table.value(clamping: .nan).isNaN)
    #expect(table.value(at: .nan, elsewhere: 0).isNaN)
  }

  @Test("each reproduces its own kind of function everywhere, to 1e-13")
  func ownKind() throws {
    let places = [0.1, 0.3, 2, 40]
    func check(
      _ table: (([Double], [Double]) throws -> any Interpolant), _ f: (Double) -> Double
    ) throws {
      let made = try table(places, places.map(f))
      for x in [0.05, 0.1, 0.2, 1.1, 2, 33, 100] {
        #expect(isNear(made.value(extrapolating: x), f(x), relative: 1e-13))
      }
    }
    try check(LinearInterpolant.init) { 3 - 2 * $0 }
    try check(LogLogInterpolant.init) { 7 * pow($0, -2.3) }
    try check(LogXInterpolant.init) { 2 + 5 * log($0) }
    try check(LogYInterpolant.init) { 4 * exp(-0.3 * $0) }
    try check(MonotoneCubicInterpolant.init) { 1 + 4 * $0 }
  }

  @Test("the log-log integral is smooth through the power -1, to 1e-14")
  func powerMinusOne() throws {
    let places = [1.0, 10]
    for power in [-1, -1 + 1e-13, -1 - 1e-9, -1 + 1e-6] {
      let table = try LogLogInterpolant(places, places.map { pow($0, power) })
      let n = power + 1
      let exact =
        n.magnitude < 1e-5
        ? log(10) * (1 + n * log(10) / 2 + pow(n * log(10), 2) / 6) : expm1(n * log(10)) / n
      #expect(isNear(try table.integral(from: 1, to: 10), exact, relative: 1e-14))
    }
  }

  @Test("logarithmic tables refuse what is not positive, all refuse NaN and wrong counts")
  func refusals() {
    let zero = numericsError { _ = try LogLogInterpolant([1, 2, 3], [5, 0, 1]) }
    #expect(
      zero?.description == "no logarithmic table of values (number 1 is 0.0, not above zero) "
        + "leave out what is not positive, or interpolate linearly")
    let place = numericsError { _ = try LogXInterpolant([-1, 2], [5, 1]) }
    #expect(place?.problem == "no logarithmic table of places")
    let nan = numericsError { _ = try LinearInterpolant([1, 2], [5, .nan]) }
    #expect(nan?.description == "no table of values (the value at 2.0 is nan)")
    let count = numericsError { _ = try MonotoneCubicInterpolant([1, 2], [5]) }
    #expect(count?.description == "no table of values (1 values for 2 places)")
  }
}
