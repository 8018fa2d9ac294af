// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import DarkSector
import Matter
import Production

/// How X is made in a search.
package struct SignalProduction: Hashable, Sendable {
  /// How X couples to electrons.
  package let structure: LorentzStructure
  /// How the cross section of bremsstrahlung is computed; nil where it is left out.
  package let bremsstrahlung: BremsstrahlungMethod?
  /// Whether positrons of the shower annihilate into X.
  package let annihilates: Bool
  /// What of the form factor of atoms counts.
  package let content: PhotonFlux.Content

  init(_ section: Section, of model: Model) throws(SearchError) {
    guard let structure = model.interaction.structure else {
      throw SearchError(
        "no search for '\(model.name)' with electrons", because: "it does not couple to them",
        try: "choose a model that does", at: nil)
    }
    self.structure = structure
    bremsstrahlung = BremsstrahlungMethod(
      rawValue: section[ProductionKeys.bremsstrahlung])
    annihilates = section[ProductionKeys.annihilation]
    content = section[ProductionKeys.formFactor] == "full" ? .elasticAndInelastic : .elastic
    guard bremsstrahlung != nil || annihilates else {
      throw SearchError(
        "no production", because: "bremsstrahlung and annihilation are both off",
        try: "switch one of them on", at: section.place(of: ProductionKeys.bremsstrahlung))
    }
  }
}
