// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Matter
import Quantities
import Testing

@Suite("The general expression of the density effect")
struct GeneralDensityEffectTests {
  @Test("delta begins at zero at x0 and never falls or goes below zero, however thin the matter")
  func beginning() {
    for excitation in [20.0, 80, 99, 101, 300, 823] {
      for plasma in [0.1, 0.3, 0.7, 2, 5, 10, 20, 40, 60] where plasma < excitation {
        for state in StateOfMatter.allCases {
          let effect = DensityEffect(
            meanExcitationEnergy: .gev(excitation * 1e-9), plasmaEnergy: .gev(plasma * 1e-9),
            state: state)
          let start = effect(betaGamma: pow(10, effect.x0 + 1e-12))
          #expect(start.magnitude < 1e-8)
          var last = 0.0
          for x in stride(from: effect.x0, through: effect.x1 + 1, by: 0.05) {
            let delta = effect(betaGamma: pow(10, x))
            #expect(delta >= last - 1e-8, "I=\(excitation) plasma=\(plasma) \(state) x=\(x)")
            last = delta
          }
        }
      }
    }
  }

  @Test("it gives the loss of electrons in dense matter within 3% of that with fitted parameters")
  func loss() throws {
    let catalogue = try Shipped.catalogue()
    for name in ["lead", "iron", "copper", "aluminium", "polystyrene", "mylar", "silicon", "air"] {
      let material = try catalogue.material(named: name)
      let fitted = try #require(material.electronCollisionLoss)
      let excitation = try #require(material.meanExcitationEnergy).value
      let general = ElectronCollisionLoss(
        electronsPerMass: material.composition.electronsPerMass, meanExcitationEnergy: excitation,
        densityEffect: DensityEffect(
          meanExcitationEnergy: excitation, plasmaEnergy: material.plasmaEnergy,
          state: material.state))
      for energy in [1e-3, 1e-2, 0.1, 1, 100] {
        #expect(
          isNear(general(kineticEnergy: energy), fitted(kineticEnergy: energy), 0.03),
          "\(name) at \(energy) GeV")
      }
    }
  }
}
