// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Numerics

/// The density a + b c^2 of the cosine c of a polar angle, from -1 to 1.
///
/// All that a parent of spin 1, or a virtual one, can do to the angle of a daughter as long as
/// parity is conserved.
package struct PolarAngleDistribution: Hashable, Sendable {
  /// a, with 2 a + 2 b / 3 = 1.
  package let constant: Double

  /// b, not below -a.
  package let quadratic: Double

  /// Takes a and b in any normalisation, a and a + b not negative.
  init(constant: Double, quadratic: Double) {
    let integral = 2 * (constant + quadratic / 3)
    self.constant = constant / integral
    self.quadratic = quadratic / integral
  }

  /// No direction is preferred: the density 1/2.
  package static let isotropic = PolarAngleDistribution(constant: 0.5, quadratic: 0)

  /// True if no direction is preferred.
  package var isIsotropic: Bool { quadratic == 0 }

  /// The density at a cosine.
  package func density(at cosine: Double) -> Double { constant + quadratic * cosine * cosine }

  /// Draws a cosine, exactly and without rejection.
  ///
  /// The density is a mixture: of 1 and c^2 for b > 0; of 1 and 1 - c^2 for b < 0, with the weights
  /// a + b and -b. The parts are inverted: c = cbrt(2 u - 1), and for 1 - c^2 the root of
  /// 3 c - c^3 = 4 u - 2, which is c = 2 sin(asin(2 u - 1) / 3). Two words.
  /// - Source: Devroye1986nonuniform, sections II.2 (inversion) and II.4 (composition)
  package func draw(using stream: inout RandomStream) -> Double {
    let share = quadratic >= 0 ? 2 * quadratic / 3 : -4 * quadratic / 3
    let isCurved = stream.uniform() < share
    let v = 2 * stream.uniform() - 1
    guard isCurved else { return v }
    return quadratic >= 0 ? cbrt(v) : 2 * sin(asin(v) / 3)
  }
}
