// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Matter
import Numerics
import Testing

@Suite("The inelastic form factor")
struct InelasticFormFactorTests {
  static let magnetic = (2.792_847_344_63 * 2.792_847_344_63 - 1) / (4 * pow(0.938_272_089_43, 2))

  @Test(
    "far below t_a' it is Z t^2 / t_a'^2; above it the proton's factor stands to the first power")
  func limits() throws {
    for symbol in ["H", "Fe", "Pb"] {
      let factor = InelasticFormFactor(of: try Shipped.elements().element(named: symbol))
      let low = 1e-9 * factor.screening
      let ratio = low / factor.screening
      #expect(isNear(factor(low), factor.charge * ratio * ratio, 1e-8))
      let proton = (1 + 0.71 * Self.magnetic) / 16
      #expect(isNear(factor(0.71), factor.charge * proton, 1e-5))
    }
  }

  @Test("over all t the flux is Z [ln(0.71 / t_a') - 17/6 + 0.71 (mu_p^2 - 1) / (12 m_p^2)]")
  func wholeFlux() throws {
    let lead = InelasticFormFactor(of: try Shipped.elements().element(named: "Pb"))
    let expected = 82 * (log(0.71 / lead.screening) - 17.0 / 6 + 0.71 * Self.magnetic / 3)
    #expect(isNear(try lead.flux(from: 0, to: 1e12), expected, 1e-8))
  }

  @Test("the flux is the integral over t to 1e-10")
  func quadrature() throws {
    let lead = InelasticFormFactor(of: try Shipped.elements().element(named: "Pb"))
    for (lower, upper) in [(1e-14, 1e-4), (1e-10, 1), (1e-3, 0.5), (0.1, 1e4), (1, 1.001)] {
      let expected = try AdaptiveGaussKronrod(relativeError: 1e-13).integrate(
        from: 1e-16 * (upper - lower), to: upper - lower, along: LogarithmicAxis()
      ) { s in
        let t = lower + s
        return s / (t * t) * lead(t)
      }.value
      #expect(isNear(try lead.flux(from: lower, to: upper), expected, 1e-10), "\(lower)..\(upper)")
    }
    #expect(try lead.flux(from: 1, to: 1) == 0)
  }
}
