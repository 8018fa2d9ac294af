// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// The electromagnetic form factors of the kaons without the phi(1020), by vector dominance.
///
///     F_K+ = V + S,  F_K0 = -V + S
///
/// V sums over the rho family with weights c / 2, S over the omega family with c / 6 and excited phi
/// states with c / 3. The phi(1020) is added by its electronic width, see ``VectorMeson``.
/// - Source: Bruch:2004py, constrained fit
struct KaonFormFactors: Sendable {
  /// The isovector terms.
  let isovector: [PionFormFactor.Term]
  /// The isoscalar terms.
  let isoscalar: [PionFormFactor.Term]

  /// That of the charged kaon at s in GeV^2.
  func charged(_ s: Double) -> ComplexNumber { sum(isoscalar, s) + sum(isovector, s) }

  /// That of the neutral kaon at s in GeV^2.
  func neutral(_ s: Double) -> ComplexNumber { sum(isoscalar, s) - sum(isovector, s) }

  private func sum(_ terms: [PionFormFactor.Term], _ s: Double) -> ComplexNumber {
    terms.reduce(ComplexNumber(0)) { $0 + $1.coefficient * $1.resonance.propagator(s) }
  }
}
