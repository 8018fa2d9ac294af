// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// The flux of virtual photons chi of an atom, which production in its field is proportional to.
///
///     chi = integral from t_min to t_max of (t - t_min) / t^2 G2(t) dt,  G2 = elastic + inelastic
///
/// In the approximation of Weizsaecker and Williams t_min = m^4 / (4 E^2) for a particle of mass m
/// made by a beam of energy E; t_max is a choice, m^2 + m_l^2 for electrons and E^2 for muons.
///
/// - Source: Bjorken:2009mm, appendix A
package struct PhotonFlux: Hashable, Sendable {
  /// What may happen to the atom.
  package enum Content: String, CaseIterable, Sendable {
    /// It stays whole.
    case elastic
    /// It stays whole or breaks up.
    case elasticAndInelastic = "elastic-and-inelastic"
  }

  /// The form factor of the whole atom.
  package let elastic: ElasticFormFactor

  /// The form factor of breaking it up; `nil` if that is left out.
  package let inelastic: InelasticFormFactor?

  /// Makes the flux of an element.
  package init(of element: Element, _ content: Content = .elastic) {
    elastic = ElasticFormFactor(of: element)
    inelastic = content == .elastic ? nil : InelasticFormFactor(of: element)
  }

  /// chi between two squared momentum transfers in GeV^2; zero where they do not ascend.
  package func callAsFunction(from lower: Double, to upper: Double) -> Double {
    let whole = elastic.flux(from: lower, to: upper)
    guard let inelastic else { return whole }
    return whole + inelastic.flux(from: lower, to: upper)
  }
}

extension Material {
  /// The flux of virtual photons per volume, sum of n_i chi_i, in cm^-3.
  ///
  /// n_i: atoms per cm^3 of each element. A cross section that is proportional to chi, times this and
  /// divided by chi, is the inverse of a mean free path.
  ///
  /// - Parameters:
  ///   - lower: t_min in GeV^2, zero or above.
  ///   - upper: t_max in GeV^2.
  ///   - content: whether atoms may break up.
  /// - Returns: the sum; zero for the vacuum.
  package func photonFlux(
    from lower: Double, to upper: Double, _ content: PhotonFlux.Content = .elastic
  ) -> Double {
    var sum = 0.0
    for (component, atoms) in zip(composition.components, numberDensities) {
      sum += atoms * PhotonFlux(of: component.element, content)(from: lower, to: upper)
    }
    return sum
  }
}
