// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Matter
import Numerics
import Quantities

/// A cross section on the atoms of a material, added up over its elements.
///
///     let brems = try MaterialCrossSection(in: lead) { element throws(ProductionError) in
///       try process(on: TargetAtom(element)).total(at: 100)
///     }
///     brems.perRadiationLength?.value     // how probable per projectile, to first order
package struct MaterialCrossSection: Sendable {
  /// An element of the material and the cross section on one of its atoms.
  package struct Component: Hashable, Sendable {
    /// The element.
    package let element: Element
    /// Its share of the mass.
    package let massFraction: Double
    /// pb per atom of the element.
    package let perAtom: Estimate
  }

  /// The elements in the order of the composition; none in the vacuum.
  package let components: [Component]
  /// The mean over all atoms in pb; that on the element where there is one.
  package let perAtom: Estimate
  /// The sum over the atoms of one gram, N_A sum of w_i sigma_i / A_i, in pb/g.
  ///
  /// w_i: share of the mass, A_i: atomic weight in g/mol. It is also sum of n_i sigma_i / rho.
  package let perGram: Estimate
  /// The probability of the process per radiation length, without dimension; nil in the vacuum.
  ///
  /// perGram times X0 in g/cm^2 times 1e-36 cm^2/pb, a probability while it is small.
  package let perRadiationLength: Estimate?

  /// Adds up a cross section over the elements of a material.
  ///
  /// - Parameters:
  ///   - material: the material.
  ///   - crossSection: pb per atom of an element; called once for each.
  /// - Throws: why an element has none.
  package init(
    in material: Material, _ crossSection: (Element) throws(ProductionError) -> Estimate
  ) throws(ProductionError) {
    // mm to cm.
    let thickness = material.radiationLength.map {
      $0.value.mm * 0.1 * material.density.value.gramsPerCm3
    }
    try self.init(in: material.composition, radiationLength: thickness, crossSection)
  }

  /// Adds up a cross section over the elements of a composition.
  ///
  /// - Parameters:
  ///   - composition: the elements.
  ///   - radiationLength: X0 in g/cm^2; nil where there is none.
  ///   - crossSection: pb per atom of an element; called once for each.
  /// - Throws: what `crossSection` throws.
  package init(
    in composition: Composition, radiationLength: Double?,
    _ crossSection: (Element) throws(ProductionError) -> Estimate
  ) throws(ProductionError) {
    var components: [Component] = []
    var moles = Estimate(value: 0, error: 0)
    for part in composition.components {
      let sigma = try crossSection(part.element)
      components.append(
        Component(element: part.element, massFraction: part.massFraction, perAtom: sigma))
      moles = moles + (part.massFraction / part.element.atomicWeight) * sigma
    }
    self.components = components
    let perGram = PhysicalConstants.avogadro * moles
    self.perGram = perGram
    let atoms = composition.atomsPerMass
    perAtom = atoms > 0 ? (1 / atoms) * moles : moles
    // pb to cm^2.
    perRadiationLength = radiationLength.map { (1e-36 * $0) * perGram }
  }
}
