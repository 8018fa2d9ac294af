// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Matter
import Testing

@Suite("The elastic form factor")
struct ElasticFormFactorTests {
  @Test("screening and size are those of lead")
  func scales() throws {
    let lead = ElasticFormFactor(of: try Shipped.elements().element(named: "Pb"))
    // m_e 82^(1/3) / 111 = 2.00003e-5 GeV; 0.164 / 207.2^(2/3) = 4.6836e-3 GeV^2.
    #expect(isNear(lead.screening, 4.0001e-10, 1e-4))
    #expect(isNear(lead.size, 4.6836e-3, 1e-4))
    #expect(lead.chargeSquare == 6724)
  }

  @Test("far below t_a it is Z^2 t^2 / t_a^2, far above it Z^2 / (1 + t / d)^2")
  func limits() throws {
    for symbol in ["H", "C", "Fe", "Pb"] {
      let factor = ElasticFormFactor(of: try Shipped.elements().element(named: symbol))
      let low = 1e-9 * factor.screening
      let ratio = low / factor.screening
      #expect(isNear(factor(low), factor.chargeSquare * ratio * ratio, 1e-8))
      let high = factor.size
      #expect(isNear(factor(high), factor.chargeSquare / 4, 1e-5))
      #expect(factor(0) == 0)
    }
  }
}
