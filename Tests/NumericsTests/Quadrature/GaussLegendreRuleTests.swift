// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Numerics
import Testing

@Suite("Gauss-Legendre rules")
struct GaussLegendreRuleTests {
  @Test(
    "with n points are exact for degrees up to 2n - 1, to 2e-14",
    arguments: [1, 2, 3, 5, 8, 13, 20, 21, 33, 64, 101, 256, 1000])
  func exactness(_ points: Int) throws {
    let rule = try GaussLegendreRule(points: points)
    #expect(rule.nodes.count == points && rule.weights.count == points)
    #expect(rule.nodes == rule.nodes.sorted())
    for degree in Set([0, points / 2, points - 1, 2 * points - 2]).sorted() {
      let even = 2 * (degree / 2)
      let value = rule.integrate(from: -1, to: 1) { pow($0, Double(even)) }
      #expect(isNear(value, 2 / Double(even + 1), relative: 2e-14), "\(even)")
      let odd = rule.integrate(from: -1, to: 1) { pow($0, Double(even + 1)) }
      #expect(odd.magnitude < 1e-15 * Double(points + 10))
    }
  }

  @Test("the 5-point rule has the nodes and weights of Abramowitz-Stegun table 25.4, 15 digits")
  func published() throws {
    let rule = try GaussLegendreRule(points: 5)
    #expect(isNear(rule.nodes[3], 0.538469310105683, absolute: 6e-16))
    #expect(isNear(rule.nodes[4], 0.906179845938664, absolute: 6e-16))
    #expect(isNear(rule.nodes[2], 0, absolute: 1e-16))
    #expect(isNear(rule.weights[2], 0.568888888888889, absolute: 6e-16))
    #expect(isNear(rule.weights[3], 0.478628670499366, absolute: 6e-16))
    #expect(isNear(rule.weights[4], 0.236926885056189, absolute: 6e-16))
  }

  @Test("is not exact at degree 2n: the 3-point rule misses x^6 by 4 %")
  func limit() throws {
    let value = try GaussLegendreRule(points: 3).integrate(from: -1, to: 1) { pow($0, 6) }
    #expect(isNear(value, 0.24, relative: 1e-14))
  }

  @Test("works along other axes to 1e-12: 16 points over six decades")
  func axes() throws {
    let rule = try GaussLegendreRule(points: 16)
    let value = rule.integrate(from: 1e-3, to: 1e3, along: LogarithmicAxis()) { pow($0, -1.3) }
    #expect(isNear(value, (pow(1e-3, -0.3) - pow(1e3, -0.3)) / 0.3, relative: 1e-12))
    let area = rule.integrate(from: 0, to: .infinity, along: HalfInfiniteAxis(origin: 0)) {
      1 / ((1 + $0) * (1 + $0))
    }
    #expect(isNear(area, 1, relative: 1e-14))
  }

  @Test("throws what the closure throws, with its type")
  func typedThrow() throws {
    let rule = try GaussLegendreRule(points: 4)
    do throws(Interruption) {
      _ = try rule.integrate(from: 0, to: 1) { (x: Double) throws(Interruption) -> Double in
        throw Interruption(place: 3)
      }
    } catch {
      #expect(error.place == 3)
    }
  }

  @Test("refuses zero and 1025 points", arguments: [0, -1, 1025])
  func refusal(_ points: Int) {
    let error = numericsError { _ = try GaussLegendreRule(points: points) }
    #expect(
      error?.description == "no Gauss-Legendre rule (points=\(points) must be 1 to 1024) "
        + "use an adaptive integral where 1024 points do not suffice")
  }
}
