// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities

/// Makes a material of its card: resolves elements and parts, fills in what the card leaves out.
struct MaterialBuilder {
  /// The elements.
  let elements: ElementTable

  /// A material that a mixture names, or why it cannot be used.
  typealias Part = Result<Material, FoundFault>

  /// The materials that the mixture of the card names.
  let parts: [String: Part]

  /// What was found: errors and warnings.
  private(set) var findings = Findings()

  /// Prepares to build.
  init(elements: ElementTable, parts: [String: Part] = [:]) {
    self.elements = elements
    self.parts = parts
  }

  /// Adds a finding.
  mutating func report(_ finding: Finding) { findings.append(finding) }

  /// The material of a card; `nil` after errors.
  mutating func build(_ card: Card) -> Material? {
    guard let mixed = mix(card), !findings.hasErrors else { return nil }
    let composition = mixed.composition
    guard !composition.components.isEmpty else { return vacuum(card) }
    let state = card[MaterialKeys.state]
    let density = Attributed(
      card[MaterialKeys.density], or: mixed.density ?? .zero, "densities of the parts",
      source: nil)
    let excitation = Attributed(
      card[MaterialKeys.meanExcitationEnergy],
      or: mixed.excitation ?? composition.meanExcitationEnergy(in: state),
      composition.components.count == 1 ? "table of elements" : "additivity over its parts",
      source: "ICRU:1984")
    let plasma = composition.plasmaEnergy(at: density.value)
    let (effect, effectOrigin) = densityEffect(card, density.value, excitation.value, plasma)
    let radiation = length(
      card, MaterialKeys.radiationLength, density.value,
      thickness: RadiationLength.thickness(of: composition), "Tsai's formula",
      source: "Tsai:1973py")
    let interaction = length(
      card, MaterialKeys.nuclearInteractionLength, density.value,
      thickness: composition.nuclearInteractionThickness, "those of its elements",
      source: "PDG:2024cfk")
    let critical = criticalEnergy(
      card, composition, excitation.value, effect,
      radiation.value.cm * density.value.gramsPerCm3)
    return Material(
      name: card.name, title: card.title, aliases: card[MaterialKeys.aliases], state: state,
      composition: composition, density: density, meanExcitationEnergy: excitation,
      plasmaEnergy: plasma, densityEffect: effect, densityEffectOrigin: effectOrigin,
      radiationLength: radiation, nuclearInteractionLength: interaction, criticalEnergy: critical)
  }

  private func vacuum(_ card: Card) -> Material {
    Material(
      name: card.name, title: card.title, aliases: card[MaterialKeys.aliases],
      state: card[MaterialKeys.state], composition: .vacuum,
      density: Attributed(
        card[MaterialKeys.density], or: .zero, "nothing is there", source: nil),
      meanExcitationEnergy: nil, plasmaEnergy: .zero, densityEffect: nil, densityEffectOrigin: nil,
      radiationLength: nil, nuclearInteractionLength: nil, criticalEnergy: nil)
  }

  /// A length that a card states, carried to the density of the material, or that of a formula.
  private mutating func length(
    _ card: Card, _ key: Key<Measured<LengthDimension>?>, _ density: Density, thickness: Double,
    _ formula: String, source: String
  ) -> Attributed<LengthDimension> {
    let expected = Length.cm(thickness / density.gramsPerCm3)
    guard let stated = card[key] else {
      return Attributed(expected, .formula(formula, source: source))
    }
    let ratio = card[MaterialKeys.statedAt].map { $0.gramsPerCm3 / density.gramsPerCm3 } ?? 1
    let length = Attributed(ratio * stated.value, Origin(stated))
    if (length.value.mm / expected.mm - 1).magnitude > Self.lengthConsistency {
      let expected = Length.mm(Double(expected.mm.formatted(significant: 4)) ?? expected.mm)
      report(
        .warning(
          "\(key.name)=\(length.value) does not fit the density (\(formula): \(expected))",
          at: card.root.place(of: key),
          suggestion: "say under 'stated-at' to which density it belongs, or leave it out"))
    }
    return length
  }

  /// A length may differ from its formula by so much before a card is warned.
  private static let lengthConsistency = 0.05

  private mutating func criticalEnergy(
    _ card: Card, _ composition: Composition, _ excitation: Energy, _ effect: DensityEffect,
    _ radiationThickness: Double
  ) -> Attributed<EnergyDimension>? {
    if let stated = card[MaterialKeys.criticalEnergy] {
      return Attributed(stated.value, Origin(stated))
    }
    let loss = ElectronCollisionLoss(
      electronsPerMass: composition.electronsPerMass, meanExcitationEnergy: excitation,
      densityEffect: effect)
    do {
      let energy = try CriticalEnergy.rossi(loss, radiationThickness: radiationThickness)
      return Attributed(energy, .formula("Rossi's definition", source: "Rossi:1952"))
    } catch {
      findings.append(
        .warning(
          "'\(card.name)' has no critical energy (\(error))", at: card.root.place,
          suggestion: "give 'critical-energy', or check the other numbers"))
      return nil
    }
  }

  private mutating func densityEffect(
    _ card: Card, _ density: Density, _ excitation: Energy, _ plasma: Energy
  ) -> (DensityEffect, Origin) {
    guard let section = card[MaterialKeys.densityEffect] else {
      let effect = DensityEffect(
        meanExcitationEnergy: excitation, plasmaEnergy: plasma, state: card[MaterialKeys.state])
      return (effect, .formula("general expression", source: "Sternheimer:1971zz"))
    }
    typealias Keys = DensityEffectKeys
    let stated = DensityEffect(
      c: section[Keys.c], x0: section[Keys.x0], x1: section[Keys.x1], a: section[Keys.a],
      m: section[Keys.m], delta0: section[Keys.delta0])
    let reference = section[Keys.atDensity] ?? card[MaterialKeys.statedAt]
    let ratio = reference.map { density.gramsPerCm3 / $0.gramsPerCm3 } ?? 1
    let effect = stated.scaled(byDensityRatio: ratio)
    let expected = DensityEffect.c(meanExcitationEnergy: excitation, plasmaEnergy: plasma)
    if (effect.c - expected).magnitude > Self.consistency {
      findings.append(
        .warning(
          "C=\(effect.c.formatted(significant: 5)) does not fit I and the density (2 ln(I /"
            + " plasma energy) + 1 is \(expected.formatted(significant: 5)))",
          at: section.place(of: Keys.c),
          suggestion: "say under 'stated-at' to which density the parameters belong"))
    }
    return (effect, .card(source: section[Keys.source], certainty: section[Keys.certainty]))
  }

  /// C may be off by so much, 1% of an excitation energy, before a card is warned.
  private static let consistency = 0.02
}
