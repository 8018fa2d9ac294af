// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Matter

/// An atom at rest as the formulas of production see it; a hot value type.
package struct TargetAtom: Hashable, Sendable {
  /// The charge of the nucleus.
  package let z: Double
  /// The atomic weight in g/mol.
  package let atomicWeight: Double
  /// The mass of the nucleus in GeV.
  package let mass: Double
  /// The form factor of the whole atom.
  package let elastic: ElasticFormFactor
  /// The form factor of breaking it up; nil if that is left out.
  package let inelastic: InelasticFormFactor?

  /// Makes the atom of an element.
  package init(_ element: Element, _ content: PhotonFlux.Content = .elastic) {
    z = Double(element.z)
    atomicWeight = element.atomicWeight
    mass = element.nuclearMass.gev
    elastic = ElasticFormFactor(of: element)
    inelastic = content == .elastic ? nil : InelasticFormFactor(of: element)
  }

  /// Makes an atom of charge, atomic weight (g/mol) and mass of the nucleus (GeV).
  package init(
    z: Double, atomicWeight: Double, mass: Double, _ content: PhotonFlux.Content = .elastic
  ) {
    self.z = z
    self.atomicWeight = atomicWeight
    self.mass = mass
    elastic = ElasticFormFactor(z: z, atomicWeight: atomicWeight)
    inelastic = content == .elastic ? nil : InelasticFormFactor(z: z)
  }

  /// G2 of the atom at a squared momentum transfer t in GeV^2.
  package func formFactor(_ t: Double) -> Double {
    guard let inelastic else { return elastic(t) }
    return elastic(t) + inelastic(t)
  }
}
