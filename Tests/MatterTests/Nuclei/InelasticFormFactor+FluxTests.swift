// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Matter
import Numerics
import Testing

@Suite("The flux of photons of an atom that breaks up, in closed form")
struct InelasticFluxTests {
  @Test("over all t the flux is Z [ln(0.71 / t_a') - 17/6 + 0.71 (mu_p^2 - 1) / (12 m_p^2)]")
  func wholeFlux() throws {
    let lead = InelasticFormFactor(of: try Shipped.elements().element(named: "Pb"))
    let expected =
      82 * (log(0.71 / lead.screening) - 17.0 / 6 + 0.71 * InelasticFormFactorTests.magnetic / 3)
    #expect(isNear(lead.flux(from: 0, to: 1e12), expected, 1e-8))
  }

  /// The integral over t itself, piece by piece on a logarithmic axis of t - t_min.
  static func numeric(
    _ factor: InelasticFormFactor, from lower: Double, to upper: Double
  ) throws -> Double {
    let width = upper - lower
    let places = [factor.screening, 0.71, lower + factor.screening, lower + 0.71]
    let inner = ([1e-16 * width] + places.filter { $0 > 1e-16 * width && $0 < width }).sorted()
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

  @Test("it is the integral to 1e-10 from keV to TeV, for narrow ranges and for t_min above 0.71")
  func quadrature() throws {
    for z in [1.0, 6, 82] {
      let factor = InelasticFormFactor(z: z)
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

  @Test("the series and the logarithm agree where one takes over from the other")
  func seam() {
    let lead = InelasticFormFactor(z: 82)
    // k W = 1/2 at t_max = 0.71 + 2 t_min or so.
    for lower in [1e-12, 1e-6, 0.01, 0.1] {
      let seam = 0.71 - lead.screening
      var last = 0.0
      for step in -50...50 {
        let upper = lower + seam * (1 + 2 * lower / 0.71) * (1 + 1e-3 * Double(step))
        let flux = lead.flux(from: lower, to: upper)
        #expect(flux > last)
        last = flux
      }
    }
  }

  @Test("it is zero over no range")
  func range() {
    let lead = InelasticFormFactor(z: 82)
    #expect(lead.flux(from: 1, to: 1) == 0)
    #expect(lead.flux(from: 2, to: 1) == 0)
  }
}
