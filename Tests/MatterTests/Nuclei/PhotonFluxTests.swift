// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Matter
import Testing

@Suite("The flux of photons")
struct PhotonFluxTests {
  @Test("the flux of an element is elastic, or elastic and inelastic")
  func content() throws {
    let lead = try Shipped.elements().element(named: "Pb")
    let elastic = PhotonFlux(of: lead)(from: 1e-10, to: 1)
    let both = PhotonFlux(of: lead, .elasticAndInelastic)(from: 1e-10, to: 1)
    #expect(elastic == ElasticFormFactor(of: lead).flux(from: 1e-10, to: 1))
    let inelastic = InelasticFormFactor(of: lead).flux(from: 1e-10, to: 1)
    #expect(isNear(both - elastic, inelastic, 1e-12))
  }

  // A 100 GeV beam that makes 1 GeV has t_min = 2.5e-5 GeV^2, far below d: breaking up is a detail.
  @Test("breaking up adds 1 to 4% in lead below 1 GeV at 100 GeV, and dominates far above d")
  func inelasticShare() throws {
    let lead = try Shipped.elements().element(named: "Pb")
    for mass in [0.01, 0.1, 1] {
      let lower = mass * mass * mass * mass / 4e4
      let upper = mass * mass
      let share =
        InelasticFormFactor(of: lead).flux(from: lower, to: upper)
        / ElasticFormFactor(of: lead).flux(from: lower, to: upper)
      #expect(share > 0.01 && share < 0.06, "\(mass): \(share)")
    }
    let far = InelasticFormFactor(of: lead).flux(from: 0.1, to: 10)
    #expect(far > ElasticFormFactor(of: lead).flux(from: 0.1, to: 10))
  }

  @Test("a material's flux is that of its atoms: lead tungstate from lead, tungsten and oxygen")
  func material() throws {
    let material = try Shipped.catalogue().material(named: "PbWO4")
    let elements = try Shipped.elements()
    // One formula weighs 455.036 g/mol at 8.3 g/cm^3.
    let formulas = 8.3 * 6.022_140_76e23 / (207.2 + 183.84 + 4 * 15.999)
    var expected = 0.0
    for (symbol, count) in [("Pb", 1.0), ("W", 1), ("O", 4)] {
      let factor = ElasticFormFactor(of: try elements.element(named: symbol))
      expected += count * formulas * factor.flux(from: 1e-9, to: 0.01)
    }
    #expect(isNear(material.photonFlux(from: 1e-9, to: 0.01), expected, 1e-12))
    let vacuum = try Shipped.catalogue().material(named: "vacuum")
    #expect(vacuum.photonFlux(from: 1e-9, to: 0.01) == 0)
  }
}
