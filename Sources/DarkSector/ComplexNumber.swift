// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// A complex number of doubles: what propagators and loop functions need, and no more.
package struct ComplexNumber: Hashable, Sendable {
  /// The real part.
  package var real: Double
  /// The imaginary part.
  package var imaginary: Double

  /// Makes a number from its parts.
  package init(_ real: Double, _ imaginary: Double = 0) {
    self.real = real
    self.imaginary = imaginary
  }

  /// Makes a number from its size and its phase in radians.
  package init(magnitude: Double, phase: Double) {
    self.init(magnitude * cos(phase), magnitude * sin(phase))
  }

  /// The size squared, |z|^2.
  package var magnitudeSquared: Double { real * real + imaginary * imaginary }

  /// The size, |z|.
  package var magnitude: Double { hypot(real, imaginary) }

  /// The sum.
  package static func + (left: Self, right: Self) -> Self {
    Self(left.real + right.real, left.imaginary + right.imaginary)
  }

  /// The difference.
  package static func - (left: Self, right: Self) -> Self {
    Self(left.real - right.real, left.imaginary - right.imaginary)
  }

  /// The product.
  package static func * (left: Self, right: Self) -> Self {
    Self(
      left.real * right.real - left.imaginary * right.imaginary,
      left.real * right.imaginary + left.imaginary * right.real)
  }

  /// The product with a real factor.
  package static func * (factor: Double, number: Self) -> Self {
    Self(factor * number.real, factor * number.imaginary)
  }

  /// The quotient.
  ///
  /// Denominators here are propagators, far from overflow.
  package static func / (left: Self, right: Self) -> Self {
    let scale = 1 / right.magnitudeSquared
    return scale * left * Self(right.real, -right.imaginary)
  }
}
