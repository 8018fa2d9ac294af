// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Matter

/// The squared amplitude of an electron line with one real photon and one X, at tree level.
///
/// Compton scattering gamma e -> X e and annihilation e+ e- -> gamma X are the same function of
/// their invariants: crossing one electron swaps S = s - m^2 for T' = t - m^2 and turns the sign. With
/// m the mass of the electron, M that of X, S = s - m^2 and U = u - m^2, averaged over the initial
/// and summed over the final spins,
///
///     |amplitude|^2 = 2 e^2 g^2 F
///     a = -(S/U + U/S),  r = -(S + U)^2 / (S U) = a - 2
///     B = 1/S + 1/U + m^2 (1/S + 1/U)^2 - M^2 / (S U)
///     vector         F = a + 2 (M^2 + 2 m^2) B
///     axial          F = a + 2 (m^2 / M^2) r + 2 (M^2 - 4 m^2) B
///     scalar         F = r / 2 + (M^2 - 4 m^2) B
///     pseudoscalar   F = r / 2 + M^2 B
///
/// For annihilation F is minus this with S -> T', U -> U'. B vanishes where X leaves along the
/// beam. The vector at M = 0 is the formula of Klein and Nishina. The axial term with m^2 / M^2 is
/// the longitudinal X, whose current is not conserved: it grows without bound as M falls, and only
/// a complete theory of the mass of X tames it.
///
/// Derived from the traces, against which the tests hold it.
struct PhotonBosonAmplitude: Hashable, Sendable {
  /// The factors of a, r and B.
  private let a: Double
  private let r: Double
  private let b: Double

  /// Collects the factors of a boson.
  init(_ boson: RadiatedBoson) {
    let squared = boson.mass * boson.mass
    let electron = Electron.mass * Electron.mass
    switch boson.structure {
    case .vector: (a, r, b) = (1, 0, 2 * (squared + 2 * electron))
    case .axial: (a, r, b) = (1, 2 * electron / squared, 2 * (squared - 4 * electron))
    case .scalar: (a, r, b) = (0, 0.5, squared - 4 * electron)
    case .pseudoscalar: (a, r, b) = (0, 0.5, squared)
    }
  }

  /// F from its three ingredients, or any integral of F from theirs.
  func callAsFunction(_ ingredients: Ingredients) -> Double {
    a * ingredients.a + r * ingredients.r + b * ingredients.b
  }

  /// F with the error of rounding: sixteen units in the last place of its largest terms.
  func rounded(_ ingredients: Ingredients) -> (value: Double, error: Double) {
    let size =
      (a * ingredients.a).magnitude + (r * ingredients.r).magnitude
      + (b * ingredients.b).magnitude
    return (max(self(ingredients), 0), 16 * .ulpOfOne * size)
  }

  /// The quantities a, r and B (GeV^-2) at a point, or integrals of them.
  struct Ingredients {
    let a: Double
    let r: Double
    let b: Double
  }
}
