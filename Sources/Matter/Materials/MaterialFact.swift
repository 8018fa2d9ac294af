// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// One line of what is known of a material: a number, its unit, where it comes from.
package struct MaterialFact: Hashable, Sendable {
  /// What it is.
  package let name: String
  /// The value in the unit.
  package let value: Double
  /// The unit; empty for pure numbers.
  package let unit: String
  /// Where it comes from.
  package let origin: Origin

  /// Makes a line.
  init(_ name: String, _ value: Double, _ unit: String, _ origin: Origin) {
    self.name = name
    self.value = value
    self.unit = unit
    self.origin = origin
  }
}

extension Material {
  /// Everything that is known of the material, in the order in which a table shows it.
  ///
  /// Where a card states a length, that of the formula follows, so that the two can be compared.
  package var facts: [MaterialFact] {
    var facts = [
      MaterialFact("density", density.value.gramsPerCm3, "g/cm3", density.origin)
    ]
    guard !isVacuum else { return facts }
    facts += elementFacts
    facts += lengthFacts
    facts += excitationFacts
    facts += criticalFacts
    return facts
  }

  private var elementFacts: [MaterialFact] {
    let weights = Origin.formula("atomic weights", source: "Prohaska:2022")
    var facts: [MaterialFact] = []
    for (component, atoms) in zip(composition.components, numberDensities) {
      let symbol = component.element.symbol
      facts.append(MaterialFact("\(symbol), by mass", 100 * component.massFraction, "%", weights))
      facts.append(MaterialFact("\(symbol) atoms", atoms, "/cm3", weights))
    }
    facts.append(MaterialFact("electrons", electronDensity, "/cm3", weights))
    facts.append(MaterialFact("Z/A", composition.electronsPerMass, "mol/g", weights))
    facts.append(
      MaterialFact("mean atomic weight", composition.meanAtomicWeight, "g/mol", weights))
    return facts
  }

  private var lengthFacts: [MaterialFact] {
    let rho = density.value.gramsPerCm3
    var facts: [MaterialFact] = []
    func add(_ name: String, _ length: Attributed<LengthDimension>?, _ formula: MaterialFact) {
      guard let length else { return }
      facts.append(MaterialFact(name, length.value.mm, "mm", length.origin))
      facts.append(MaterialFact(name, length.value.cm * rho, "g/cm2", length.origin))
      if case .card = length.origin { facts.append(formula) }
    }
    add(
      "radiation length", radiationLength,
      MaterialFact(
        "radiation length", RadiationLength.thickness(of: composition), "g/cm2",
        .formula("Tsai's formula", source: "Tsai:1973py")))
    add(
      "nuclear interaction length", nuclearInteractionLength,
      MaterialFact(
        "nuclear interaction length", composition.nuclearInteractionThickness, "g/cm2",
        .formula("those of its elements", source: "PDG:2024cfk")))
    return facts
  }

  private var excitationFacts: [MaterialFact] {
    var facts: [MaterialFact] = []
    if let excitation = meanExcitationEnergy {
      facts.append(
        MaterialFact("mean excitation energy", excitation.value.gev * 1e9, "eV", excitation.origin))
    }
    facts.append(
      MaterialFact(
        "plasma energy", plasmaEnergy.gev * 1e9, "eV",
        .formula("density of electrons", source: "PDG:2024cfk")))
    if let effect = densityEffect, let origin = densityEffectOrigin {
      facts += [
        MaterialFact("density effect C", effect.c, "", origin),
        MaterialFact("density effect x0", effect.x0, "", origin),
        MaterialFact("density effect x1", effect.x1, "", origin),
        MaterialFact("density effect a", effect.a, "", origin),
        MaterialFact("density effect m", effect.m, "", origin),
        MaterialFact("density effect delta0", effect.delta0, "", origin),
      ]
    }
    return facts
  }

  private var criticalFacts: [MaterialFact] {
    var facts: [MaterialFact] = []
    if let critical = criticalEnergy {
      facts.append(MaterialFact("critical energy", critical.value.mev, "MeV", critical.origin))
    }
    if composition.components.count == 1, let component = composition.components.first {
      let fit = CriticalEnergy.fit(z: component.element.z, state: state)
      facts.append(
        MaterialFact(
          "critical energy", fit.mev, "MeV", .formula("fit to elements", source: "PDG:2024cfk")))
    }
    return facts + moliereFacts
  }

  private var moliereFacts: [MaterialFact] {
    guard let radiationLength, let criticalEnergy else { return [] }
    let radius = MoliereRadius.radius(
      radiationLength: radiationLength.value, criticalEnergy: criticalEnergy.value)
    let origin = Origin.formula("X0 21.2 MeV / critical energy", source: "PDG:2024cfk")
    return [
      MaterialFact("Moliere radius", radius.mm, "mm", origin),
      MaterialFact("Moliere radius", radius.cm * density.value.gramsPerCm3, "g/cm2", origin),
    ]
  }
}
