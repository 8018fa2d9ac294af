// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Glibc
import Quantities

extension MaterialBuilder {
  /// A composition with what only its parts know.
  struct Mixed {
    /// The elements.
    var composition: Composition
    /// The density that follows from the parts; `nil` if it does not.
    var density: Density?
    /// The excitation energy that follows from the parts; `nil` if it does not.
    var excitation: Energy?
  }

  /// The composition of a card in whichever way it is written; `nil` after errors.
  mutating func mix(_ card: Card) -> Mixed? {
    if let atoms = card[MaterialKeys.composition] {
      return resolve(atoms.map { ($0.name, $0.value, $0.place) }, card).map {
        Mixed(composition: Composition(atoms: $0))
      }
    }
    if let shares = card[MaterialKeys.massFractions] {
      return resolve(shares.map { ($0.name, $0.value.share, $0.place) }, card).map {
        Mixed(composition: Composition(massFractions: $0))
      }
    }
    if let mixture = card[MaterialKeys.mixture] { return mix(mixture) }
    return Mixed(composition: .vacuum)
  }

  private mutating func resolve(
    _ shares: [(name: String, share: Double, place: Place?)], _ card: Card
  ) -> [(element: Element, share: Double)]? {
    var resolved: [(element: Element, share: Double)] = []
    for (name, share, place) in shares {
      do throws(UnknownName) {
        resolved.append((try elements.element(named: name), share))
      } catch {
        report(error.finding(at: place ?? card.root.place))
      }
    }
    return resolved.count == shares.count && !shares.isEmpty ? resolved : nil
  }

  /// Mixes materials: w_i ~ v_i rho_i for shares v_i by volume; 1 / rho = sum of w_i / rho_i.
  private mutating func mix(_ mixture: Section) -> Mixed? {
    let shares = mixture[MixtureKeys.parts]
    var parts: [(material: Material, share: Double)] = []
    for share in shares {
      switch self.parts[share.name] {
      case .success(let material) where material.isVacuum:
        report(
          .error(
            "'\(share.name)' as a part (a mixture is made of matter)",
            at: share.place ?? mixture.place, suggestion: "give the density of the whole instead"))
      case .success(let material): parts.append((material, share.value.share))
      case .failure(let fault): report(fault.finding)
      case nil: continue
      }
    }
    guard parts.count == shares.count, !parts.isEmpty else { return nil }
    if mixture[MixtureKeys.measure] == .volume {
      parts = parts.map { ($0.material, $0.share * $0.material.density.value.gramsPerCm3) }
    }
    let total = parts.reduce(0) { $0 + $1.share }
    let volume = parts.reduce(0) { $0 + $1.share / $1.material.density.value.gramsPerCm3 }
    let composition = Composition(mixing: parts.map { ($0.material.composition, $0.share) })
    let logarithm = parts.reduce(0) { sum, part in
      let excitation = part.material.meanExcitationEnergy?.value.gev ?? 1
      return sum + part.share / total * part.material.composition.electronsPerMass * log(excitation)
    }
    return Mixed(
      composition: composition, density: .gramsPerCm3(total / volume),
      excitation: .gev(exp(logarithm / composition.electronsPerMass)))
  }
}
