// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities

/// The card of a material: what it is made of, and what is known of it.
///
/// The composition is given once, in one of three ways; only a density is needed beside it. All else
/// follows from formulas where the card does not state it.
package enum MaterialKeys {
  /// Other names.
  package static let aliases = Key<[String]>(
    "aliases", .list(of: .name(example: "Pb")), default: [],
    meaning: "other names by which it is found")

  /// Solid, liquid or gas.
  package static let state = Key<StateOfMatter>(
    "state", .choice(of: StateOfMatter.self), default: .solid,
    meaning: "solid, liquid or gas; decides on fallbacks of the density effect")

  /// A chemical formula.
  package static let composition = Key<[Named<Double>]?>(
    "composition", optional: .map(of: .number(.positive), namedBy: "Pb"),
    meaning: "elements by their number of atoms, as in a chemical formula", example: "{C: 8, H: 8}")

  /// Shares by mass.
  package static let massFractions = Key<[Named<Fraction>]?>(
    "mass-fractions", optional: .map(of: .quantity(.positive), namedBy: "N"),
    meaning: "elements by their share of the mass", example: "{N: 76 %, O: 24 %}")

  /// Parts that are materials themselves.
  package static let mixture = Key<Section?>(
    "mixture", optional: .section(MixtureKeys.form),
    meaning: "other materials by their share of mass or volume",
    example: "{by: volume, parts: {lead: 60 %, polystyrene: 40 %}}")

  /// Mass per volume.
  package static let density = Key<Measured<DensityDimension>?>(
    "density", optional: .measured(.nonNegative),
    meaning: "mass per volume; 0 for the vacuum, that of its parts for a mixture",
    example: "11.35 g/cm3")

  /// The density that numbers are stated at.
  package static let statedAt = Key<Density?>(
    "stated-at", optional: .quantity(.positive),
    meaning: "density for which lengths and density effect are stated, if another",
    example: "11.35 g/cm3")

  /// Radiation length.
  package static let radiationLength = Key<Measured<LengthDimension>?>(
    "radiation-length", optional: .measured(.positive),
    meaning: "radiation length; by Tsai's formula where it is left out", example: "5.612 mm")

  /// Nuclear interaction length.
  package static let nuclearInteractionLength = Key<Measured<LengthDimension>?>(
    "nuclear-interaction-length", optional: .measured(.positive),
    meaning: "nuclear interaction length; from the elements where it is left out",
    example: "17.59 cm")

  /// Mean excitation energy.
  package static let meanExcitationEnergy = Key<Measured<EnergyDimension>?>(
    "mean-excitation-energy", optional: .measured(.positive),
    meaning: "mean excitation energy; by additivity where it is left out", example: "823 eV")

  /// Critical energy.
  package static let criticalEnergy = Key<Measured<EnergyDimension>?>(
    "critical-energy", optional: .measured(.positive),
    meaning: "critical energy of electrons by Rossi's definition; computed where it is left out",
    example: "7.43 MeV")

  /// Density effect.
  package static let densityEffect = Key<Section?>(
    "density-effect", optional: .section(DensityEffectKeys.form),
    meaning: "Sternheimer's parameters; the general expression where they are left out",
    example: "{c: 6.2018, x0: 0.3776, x1: 3.8073, a: 0.09359, m: 3.1608}")

  /// The kind of card.
  package static let kind = CardKind(form)

  static let form = Form(
    "material", meaning: "what a target, an absorber or a gap is made of",
    keys: [
      aliases, state, composition, massFractions, mixture, density, statedAt,
      radiationLength, nuclearInteractionLength, meanExcitationEnergy, criticalEnergy,
      densityEffect,
    ],
    checks: [
      Form.Check(reading: composition, massFractions, mixture, density, find: checkComposition),
      Form.Check(reading: density, mixture, find: checkDensity),
      Form.Check(reading: composition, massFractions, find: checkShares),
    ])

  private static func checkComposition(_ section: Section) -> [Finding] {
    let ways: [any DeclaredKey] = [composition, massFractions, mixture]
    let given = ways.filter { section.gives($0) }
    if given.count > 1 {
      return [
        .error(
          "'\(given[0].name)' and '\(given[1].name)' (a material has one composition)",
          at: section.place(of: given[1]), suggestion: "keep one of them")
      ]
    }
    let isVacuum = section[density]?.value == .zero
    if given.isEmpty, !isVacuum {
      return [
        .error(
          "no composition (only the vacuum, with density 0, has none)", at: section.place,
          suggestion: "add for example 'composition: {Pb: 1}'")
      ]
    }
    if isVacuum, let first = given.first {
      return [
        .error(
          "'\(first.name)' with density 0 (the vacuum holds nothing)",
          at: section.place(of: first), suggestion: "give the density")
      ]
    }
    return []
  }

  private static func checkDensity(_ section: Section) -> [Finding] {
    guard section[density] == nil, section[mixture] == nil else { return [] }
    return [
      .error(
        "missing key 'density' (\(density.meaning))", at: section.place,
        suggestion: "add 'density: \(density.example)'")
    ]
  }

  private static func checkShares(_ section: Section) -> [Finding] {
    if let shares = section[massFractions] {
      return sharesFinding(shares, at: section.place(of: massFractions))
    }
    guard let atoms = section[composition], atoms.isEmpty else { return [] }
    return [emptyFinding(at: section.place(of: composition))]
  }

  private static func emptyFinding(at place: Place) -> Finding {
    .error("no part (a composition has at least one)", at: place)
  }

  /// The finding about shares that do not add up.
  static func sharesFinding(_ shares: [Named<Fraction>], at place: Place) -> [Finding] {
    let sum = shares.reduce(0) { $0 + $1.value.share }
    guard !shares.isEmpty, (sum - 1).magnitude > 1e-3 else {
      return shares.isEmpty ? [emptyFinding(at: place)] : []
    }
    return [
      .error(
        "the shares add up to \((100 * sum).formatted(significant: 5)) % (they must make 100 %"
          + " within 0.1 %)",
        at: place, suggestion: "write numbers of atoms under 'composition' instead, or correct them"
      )
    ]
  }
}
