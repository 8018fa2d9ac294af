// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Matter
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
}
