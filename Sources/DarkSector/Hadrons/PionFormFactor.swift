// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// The electromagnetic form factor of the charged pion for time-like s.
///
///     F(s) = [rho(s) (1 + c_omega omega(s)) / (1 + c_omega) + sum c_k rho_k(s)] / (1 + sum c_k)
///
/// with Gounaris-Sakurai propagators for rho, rho', rho'', rho''' and a Breit-Wigner for the omega
/// that mixes with the rho; F(0) = 1. Fitted to e+ e- -> pi+ pi- from threshold to 3 GeV.
/// - Source: BaBar:2012bdw, fit of the form factor
struct PionFormFactor: Sendable {
  /// A state with its complex coefficient.
  struct Term: Sendable {
    let resonance: Resonance
    let coefficient: ComplexNumber
  }

  /// The rho, whose coefficient is 1.
  let rho: Resonance
  /// The omega that mixes with it.
  let omega: Term
  /// The excited states.
  let excited: [Term]

  /// F at s in GeV^2, for s > 4 m_pi^2.
  func value(_ s: Double) -> ComplexNumber {
    let one = ComplexNumber(1)
    let mixing =
      (one + omega.coefficient * omega.resonance.propagator(s)) / (one + omega.coefficient)
    var sum = rho.propagator(s) * mixing
    var normalisation = one
    for term in excited {
      sum = sum + term.coefficient * term.resonance.propagator(s)
      normalisation = normalisation + term.coefficient
    }
    return sum / normalisation
  }
}
