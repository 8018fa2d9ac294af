// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Searches
import Testing

@Suite("Masses at which weights are computed")
struct MassLatticeTests {
  @Test("few masses are computed one by one")
  func direct() {
    let masses = [1e-3, 0.02, 1]
    let lattice = MassLattice(for: masses)
    #expect(lattice.nodes == masses)
    #expect(lattice.value(at: 0.02, index: 1, of: [5, 6, 7]) == 6)
  }

  @Test("many masses follow from 20 a factor of ten to 1e-4, where cross sections bend most")
  func interpolated() {
    let masses = (0..<600).map { 1e-3 * pow(10, 3 * Double($0) / 599) }
    let lattice = MassLattice(for: masses)
    #expect(lattice.nodes.count == 61)
    // Light X: m^2 against m_e^2; heavy X: the form factor cuts off as (1 + m^4 / c)^-2.
    func sigma(_ m: Double) -> Double {
      1 / (m * m + 2.6e-7) / pow(1 + pow(m / 0.3, 4), 0.5)
    }
    let values = lattice.nodes.map(sigma)
    for (index, mass) in masses.enumerated() {
      let found = lattice.value(at: mass, index: index, of: values)
      #expect(abs(found / sigma(mass) - 1) < 1e-4, "\(mass)")
    }
  }

  @Test("resonances, narrower than any lattice, have each mass of a fine scan for themselves")
  func resonances() {
    let masses = (0..<600).map { 0.2 + 2e-4 * Double($0) }
    let lattice = MassLattice(each: masses)
    #expect(lattice.nodes == masses)
    #expect(lattice.value(at: masses[17], index: 17, of: masses.map { 2 * $0 }) == 2 * masses[17])
  }

  @Test("a mass without emission gives zero, not a number that is none")
  func empty() {
    let masses = (0..<100).map { 1e-3 + 1e-4 * Double($0) }
    let lattice = MassLattice(for: masses)
    let values = lattice.nodes.map { _ in 0.0 }
    #expect(lattice.value(at: masses[50], index: 50, of: values) == 0)
  }
}
