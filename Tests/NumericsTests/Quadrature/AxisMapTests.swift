// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Numerics
import Testing

@Suite("Changes of variable")
struct AxisMapTests {
  static let places = [0.013, 0.4, 1, 3.7, 210]

  /// Parameter and place are inverse, and the stretch is one over the slope of the parameter.
  func check(_ axis: some AxisMap, _ x: Double) throws {
    let u = axis.parameter(at: x)
    #expect(isNear(axis.place(at: u), x, relative: 1e-12))
    let slope = try differentiate(at: x, step: 1e-2 * x) { axis.parameter(at: $0) }
    #expect(isNear(axis.stretch(at: u) * slope.value, 1, relative: 1e-8))
  }

  @Test("go there and back to 1e-12, with the stretch their derivative to 1e-8", arguments: places)
  func consistency(_ x: Double) throws {
    try check(LinearAxis(), x)
    try check(LogarithmicAxis(), x)
    try check(PowerAxis(exponent: -0.5), x)
    try check(PowerAxis(exponent: 2.5), x)
    try check(ResonanceAxis(centre: 0.9, halfWidth: 0.3), x)
    try check(HalfInfiniteAxis(origin: -0.2, scale: 3), x)
    try check(InfiniteAxis(centre: -2, scale: 3), x)
    try check(InfiniteAxis(centre: 5, scale: 20), x)
  }

  @Test("infinite ends have finite parameters")
  func infinities() {
    #expect(HalfInfiniteAxis(origin: 3).parameter(at: .infinity) == 1)
    #expect(InfiniteAxis().parameter(at: .infinity) == 1)
    #expect(InfiniteAxis().parameter(at: -.infinity) == -1)
  }

  @Test("a power axis flattens its power: two points integrate x^-0.9 from zero to 1e-13")
  func power() throws {
    let rule = try GaussLegendreRule(points: 2)
    let value = rule.integrate(from: 0, to: 2, along: PowerAxis(exponent: -0.9)) { pow($0, -0.9) }
    #expect(isNear(value, pow(2, 0.1) / 0.1, relative: 1e-13))
  }
}
