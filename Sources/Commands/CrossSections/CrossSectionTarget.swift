// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Matter
import Quantities

/// What the projectile meets: a material of the catalogue, or an element without a card.
struct CrossSectionTarget: Sendable {
  /// Its name.
  let name: String
  /// Its elements.
  let composition: Composition
  /// X0 in g/cm^2.
  let radiationLength: Double?

  /// The element; nil for a compound.
  var element: Element? {
    composition.components.count == 1 ? composition.components[0].element : nil
  }

  /// Finds it by name, alias or symbol; a material comes before an element.
  ///
  /// - Throws: where nothing has the name, or there are no atoms.
  init(
    named word: String, in catalogue: MaterialCatalogue, at place: Word.Place?
  ) throws(UsageErrors) {
    let material: Material
    do throws(MaterialError) {
      material = try catalogue.material(named: word)
    } catch {
      guard case .unknown = error, let element = try? catalogue.elements.element(named: word)
      else {
        let names = catalogue.names + catalogue.elements.names
        throw UsageErrors(Self.refusal(error, word, among: names, at: place))
      }
      name = element.name
      composition = Composition(atoms: [(element, 1)])
      radiationLength = RadiationLength.thickness(of: element)
      return
    }
    guard !material.isVacuum else {
      throw UsageErrors(
        UsageError(
          "--material: no cross section in the vacuum", because: "there are no atoms",
          try: "choose a material", at: place))
    }
    name = material.name
    composition = material.composition
    radiationLength = material.radiationLength.map {
      $0.value.mm * 0.1 * material.density.value.gramsPerCm3
    }
  }

  private static func refusal(
    _ error: MaterialError, _ word: String, among names: [String], at place: Word.Place?
  ) -> UsageError {
    guard case .unknown = error else {
      return UsageError("--material: \(error.description)", at: place)
    }
    return UsageError(
      "--material: nothing is named \(quoted(word))",
      because: "neither a material nor an element has this name or symbol",
      try: nearestName(to: word, among: names).map { "did you mean '\($0)'?" }
        ?? "'lacuna list materials' shows the materials", at: place)
  }
}
