// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector

/// The squared amplitude A22 of l gamma -> l X with a real photon, at one share x of the energy.
///
/// With m the mass of X, m_l that of the lepton, U = E^2 theta^2 x + U0, x U0 = c:
///
///     c  = m^2 (1 - x) + m_l^2 x^2
///     b  = [m^2 (1 - x) + m_l^2 x^2 - U x] / U^2
///     A22:  scalar        x^2 / (1 - x) + 2 (m^2 - 4 m_l^2) b
///           pseudoscalar  x^2 / (1 - x) + 2 m^2 b
///           vector        2 (2 - 2 x + x^2) / (1 - x) + 4 (m^2 + 2 m_l^2) b
///           axial         the first term of the vector + 4 m_l^2 x^2 / [m^2 (1 - x)]
///                         + 4 (m^2 - 4 m_l^2) b
///
/// In s = U0 / U, which runs from 1 forward to 0 far off, b = -x^2 s (1 - s) / c, so that
///
///     (1 - x) A22 = plain - peaked s (1 - s)
///
/// holds no difference of large numbers at any mass. Masses in GeV. The axial one grows as
/// 4 m_l^2 / m^2 at m << m_l: its current is not conserved, and a complete theory has to cut it off.
///
/// - Source: Liu:2017htz, section II, the amplitude of two to two particles
struct EmissionShape {
  /// c = x U0 in GeV^2.
  let virtuality: Double
  /// The part of (1 - x) A22 without s.
  let plain: Double
  /// The factor of -s (1 - s).
  let peaked: Double

  /// Makes the shape.
  ///
  /// - Parameters:
  ///   - structure: how X couples.
  ///   - x: the share of X, above zero.
  ///   - remainder: 1 - x, above zero, which has its own digits near x = 1.
  ///   - massSquare: m^2 in GeV^2.
  ///   - leptonSquare: m_l^2 in GeV^2.
  init(
    _ structure: LorentzStructure, at x: Double, remainder: Double, massSquare: Double,
    leptonSquare: Double
  ) {
    let square = x * x
    virtuality = massSquare * remainder + leptonSquare * square
    let slope = remainder * square / virtuality
    switch structure {
    case .scalar:
      plain = square
      peaked = 2 * (massSquare - 4 * leptonSquare) * slope
    case .pseudoscalar:
      plain = square
      peaked = 2 * massSquare * slope
    case .vector:
      plain = 2 * (1 + remainder * remainder)
      peaked = 4 * (massSquare + 2 * leptonSquare) * slope
    case .axial:
      plain = 2 * (1 + remainder * remainder) + 4 * leptonSquare / massSquare * square
      peaked = 4 * (massSquare - 4 * leptonSquare) * slope
    }
  }

  /// (1 - x) A22 at s = U0 / U.
  func callAsFunction(_ s: Double) -> Double { plain - peaked * s * (1 - s) }

  /// The integral of (1 - x) A22 over s from 0 to 1, that is, over all angles.
  var integral: Double { plain - peaked / 6 }
}
