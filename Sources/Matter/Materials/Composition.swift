// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Quantities

/// The elements of a material with their shares by mass; empty for the vacuum.
package struct Composition: Hashable, Sendable {
  /// An element and its share.
  package struct Component: Hashable, Sendable {
    /// The element.
    package let element: Element
    /// Its share of the mass.
    package let massFraction: Double
  }

  /// The elements in the order in which they were named; no element stands twice.
  package let components: [Component]

  /// No matter.
  package static let vacuum = Composition(massFractions: [])

  /// Makes a composition from shares by mass above zero; they are normalised to one.
  package init(massFractions shares: [(element: Element, share: Double)]) {
    let total = shares.reduce(0) { $0 + $1.share }
    var components: [Component] = []
    for (element, share) in shares {
      let index = components.firstIndex { $0.element.z == element.z }
      let before = index.map { components[$0].massFraction } ?? 0
      let component = Component(element: element, massFraction: before + share / total)
      if let index { components[index] = component } else { components.append(component) }
    }
    self.components = components
  }

  /// Makes a composition from numbers of atoms above zero, as in a chemical formula.
  package init(atoms: [(element: Element, share: Double)]) {
    self.init(massFractions: atoms.map { ($0.element, $0.share * $0.element.atomicWeight) })
  }

  /// Mixes compositions with shares by mass above zero.
  init(mixing parts: [(composition: Composition, share: Double)]) {
    self.init(
      massFractions: parts.flatMap { part in
        part.composition.components.map { ($0.element, part.share * $0.massFraction) }
      })
  }

  /// The mean of a property of the elements over the mass, sum of w_i p_i.
  func massAverage(_ property: (Element) -> Double) -> Double {
    components.reduce(0) { $0 + $1.massFraction * property($1.element) }
  }
}

extension Composition {
  /// Moles of electrons per gram, Z/A = sum of w_i Z_i / A_i, in mol/g.
  package var electronsPerMass: Double { massAverage { Double($0.z) / $0.atomicWeight } }

  /// Moles of atoms per gram, sum of w_i / A_i, in mol/g.
  package var atomsPerMass: Double { massAverage { 1 / $0.atomicWeight } }

  /// The mean atomic weight over all atoms, in g/mol; zero for the vacuum.
  package var meanAtomicWeight: Double { components.isEmpty ? 0 : 1 / atomsPerMass }

  /// The share of the atoms that each component has.
  package var atomFractions: [Double] {
    let all = atomsPerMass
    return components.map { $0.massFraction / $0.element.atomicWeight / all }
  }

  /// Atoms per cm^3 of each component, n_i = rho N_A w_i / A_i.
  package func numberDensities(at density: Density) -> [Double] {
    components.map {
      density.gramsPerCm3 * PhysicalConstants.avogadro * $0.massFraction / $0.element.atomicWeight
    }
  }

  /// The mean excitation energy by the rule of additivity of Bragg.
  ///
  /// ln I = sum of w_i (Z_i / A_i) ln I_i / (Z/A); I_i: mean excitation energy of the constituent in
  /// a gas or in condensed matter. Within about 5% of measured ones for compounds.
  ///
  /// - Source: ICRU:1984, section 5, additivity
  package func meanExcitationEnergy(in state: StateOfMatter) -> Energy {
    if components.count == 1 { return components[0].element.meanExcitationEnergy }
    let logarithm = massAverage { element in
      let energy =
        state == .gas
        ? element.meanExcitationEnergyInGas : element.meanExcitationEnergyInCondensed
      return Double(element.z) / element.atomicWeight * log(energy.gev)
    }
    return .gev(exp(logarithm / electronsPerMass))
  }

  /// The nuclear interaction length in g/cm^2, 1 / lambda = sum of w_i / lambda_i.
  ///
  /// - Source: PDG:2024cfk, section 6, table of atomic and nuclear properties
  package var nuclearInteractionThickness: Double {
    1 / massAverage { 1 / $0.nuclearInteractionThickness }
  }
}
