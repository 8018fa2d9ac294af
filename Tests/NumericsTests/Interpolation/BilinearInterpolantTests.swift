// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Numerics
import Testing

@Suite("Interpolants of two variables")
struct BilinearInterpolantTests {
  static let x = [0.0, 1, 2.5, 6]
  static let y = [-1.0, 0.5, 2]

  static func grid(_ f: (Double, Double) -> Double) throws -> BilinearInterpolant {
    try BilinearInterpolant(x: x, y: y, values: x.flatMap { x in y.map { f(x, $0) } })
  }

  @Test("a bilinear function is reproduced everywhere with its gradient, to 1e-14")
  func bilinear() throws {
    let table = try Self.grid { 1 + 2 * $0 - 3 * $1 + 0.5 * $0 * $1 }
    var dice = Dice(5)
    for _ in 0..<200 {
      let (x, y) = (dice.roll() * 8 - 1, dice.roll() * 5 - 2)
      let exact = 1 + 2 * x - 3 * y + 0.5 * x * y
      #expect(isNear(table.value(extrapolating: x, y), exact, absolute: 3e-14))
      let gradient = table.gradient(extrapolating: x, y)
      #expect(isNear(gradient.x, 2 + 0.5 * y, absolute: 3e-14))
      #expect(isNear(gradient.y, -3 + 0.5 * x, absolute: 3e-14))
    }
  }

  @Test("rows run along x: the corners come out where they belong")
  func order() throws {
    let table = try BilinearInterpolant(x: [0, 1], y: [0, 10], values: [1, 2, 3, 4])
    #expect(try table.value(at: 0, 0) == 1 && table.value(at: 0, 10) == 2)
    #expect(try table.value(at: 1, 0) == 3 && table.value(at: 1, 10) == 4)
    #expect(try table.value(at: 0.5, 5) == 2.5)
  }

  @Test("products of powers are reproduced by the logarithmic kind, to 1e-13")
  func logarithmic() throws {
    let (x, y) = ([0.01, 0.2, 5], [1.0, 3, 1000, 2000])
    let f: (Double, Double) -> Double = { 3e-9 * pow($0, -2.1) * pow($1, 0.7) }
    let table = try LogBilinearInterpolant(
      x: x, y: y, values: x.flatMap { x in y.map { f(x, $0) } })
    for (x, y) in [(0.01, 1.0), (0.1, 2), (4, 1999), (5, 2000)] {
      #expect(isNear(try table.value(at: x, y), f(x, y), relative: 1e-13))
    }
    #expect(isNear(table.value(extrapolating: 10, 1e4), f(10, 1e4), relative: 1e-13))
    #expect(isNear(table.value(clamping: 10, 1e4), f(5, 2000), relative: 1e-13))
  }

  @Test("outside the grid is an error unless the caller clamps or extrapolates")
  func outside() throws {
    let table = try Self.grid { $0 + $1 }
    #expect(isNear(table.value(clamping: 99, -99), 5, absolute: 1e-15))
    let error = numericsError { _ = try table.value(at: 3, 2.01) }
    #expect(error?.reason == "the table covers -1.0 to 2.0")
    #expect(numericsError { _ = try table.value(at: .nan, 1) } != nil)
    let log = try LogBilinearInterpolant(x: [1, 2], y: [1, 2], values: [1, 2, 3, 4])
    #expect(numericsError { _ = try log.value(at: 0.5, 1) } != nil)
  }

  @Test("wrong counts, NaN and negative values are refused with their place")
  func refusals() {
    let count = numericsError { _ = try BilinearInterpolant(x: [0, 1], y: [0, 1], values: [1]) }
    #expect(count?.description == "no table on the grid (1 values for 2 x 2 places)")
    let nan = numericsError {
      _ = try BilinearInterpolant(x: [0, 1], y: [5, 6], values: [1, 2, .nan, 4])
    }
    #expect(nan?.description == "no table on the grid (the value at x=1.0, y=5.0 is nan)")
    let negative = numericsError {
      _ = try LogBilinearInterpolant(x: [1, 2], y: [1, 2], values: [1, 2, -3, 4])
    }
    #expect(negative?.reason == "number 2 is -3.0, not above zero")
  }
}
