// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Matter
import Numerics
import Testing

@Suite("The flux of photons in closed form")
struct ElasticFluxTests {
  /// The integral over t itself, piece by piece on a logarithmic axis of t - t_min.
  static func numeric(
    _ factor: ElasticFormFactor, from lower: Double, to upper: Double
  ) throws -> Double {
    let width = upper - lower
    let ends = [factor.screening, factor.size, lower + factor.screening, lower + factor.size]
    let inner = ([1e-16 * width] + ends.filter { $0 > 1e-16 * width && $0 < width }).sorted()
    var sum = 0.0
    for (start, end) in zip(inner, inner.dropFirst() + [width]) where start < end {
      sum += try AdaptiveGaussKronrod(relativeError: 1e-13).integrate(
        from: start, to: end, along: LogarithmicAxis()
      ) { s in
        let t = lower + s
        return s / (t * t) * factor(t)
      }.value
    }
    return sum
  }

  @Test("it is the integral to 1e-10 from keV to TeV, for narrow ranges and for t_min above d")
  func quadrature() throws {
    for z in [1.0, 6, 82] {
      let factor = ElasticFormFactor(z: z, atomicWeight: 2.5 * z)
      for exponent in stride(from: -18.0, through: 4, by: 1) {
        let lower = pow(10, exponent)
        for factorOfUpper in [1.0001, 1.1, 2, 30, 1e4, 1e10] {
          let upper = lower * factorOfUpper
          let closed = factor.flux(from: lower, to: upper)
          let expected = try Self.numeric(factor, from: lower, to: upper)
          #expect(isNear(closed, expected, 1e-10), "Z=\(z) \(lower)..\(upper)")
        }
      }
    }
  }

  // An atom as heavy as dust has d near t_a, where the usual closed form divides zero by zero.
  @Test("it is the integral to 1e-10 where d is near t_a, on either side of it and equal to it")
  func nearlyEqualScales() throws {
    let screening = ElasticFormFactor(z: 1, atomicWeight: 1).screening
    for ratio in [0.01, 0.5, 0.99, 0.999_999, 1, 1.000_001, 1.01, 1.9, 2.1, 50] {
      let weight = pow(0.164 / (ratio * screening), 1.5)
      let factor = ElasticFormFactor(z: 1, atomicWeight: weight)
      for (lower, upper) in [(0.0, 1e-10), (1e-12, 1e-3), (1e-9, 2e-9), (1e-6, 1)] {
        let closed = factor.flux(from: lower, to: upper)
        let expected = try Self.numeric(factor, from: lower, to: upper)
        #expect(isNear(closed, expected, 1e-10), "ratio \(ratio) \(lower)..\(upper)")
      }
    }
  }

  @Test("it is the usual form in logarithms where that one does not cancel")
  func usualForm() throws {
    let lead = ElasticFormFactor(of: try Shipped.elements().element(named: "Pb"))
    let (a, d) = (lead.screening, lead.size)
    for (lower, upper) in [(1e-14, 1e-4), (1e-12, 2.789e-4), (1e-10, 1.0), (1e-8, 100)] {
      func f(_ c: Double) -> Double {
        log((upper + c) / (lower + c)) + (c + lower) / (upper + c) - 1
      }
      func g(_ c: Double) -> Double { (c + lower) * log((upper + c) / (lower + c)) }
      let difference = d - a
      let bracket = f(a) + f(d) - 2 / difference * (g(d) - g(a))
      let expected = 6724 * d * d / (difference * difference) * bracket
      #expect(isNear(lead.flux(from: lower, to: upper), expected, 1e-11))
    }
  }

  @Test("over all t it is Z^2 [ln(d / t_a) - 2], far above d it falls as d^2 / (6 t_min^2)")
  func limits() throws {
    let lead = ElasticFormFactor(of: try Shipped.elements().element(named: "Pb"))
    let (a, d) = (lead.screening, lead.size)
    #expect(isNear(lead.flux(from: 0, to: 1e12), 6724 * (log(d / a) - 2), 1e-6))
    let ratio = d / 1e5
    #expect(isNear(lead.flux(from: 1e5, to: 1e18), 6724 * ratio * ratio / 6, 1e-6))
  }

  @Test("it adds up over ranges with one t_min, is never negative, and zero over none")
  func range() throws {
    let lead = ElasticFormFactor(of: try Shipped.elements().element(named: "Pb"))
    #expect(lead.flux(from: 1, to: 1) == 0)
    #expect(lead.flux(from: 2, to: 1) == 0)
    var last = 0.0
    for exponent in stride(from: -11.9, through: 6, by: 0.1) {
      let flux = lead.flux(from: 1e-12, to: pow(10, exponent))
      #expect(flux >= last * (1 - 1e-14))
      last = flux
    }
  }
}
