// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// The virtuality U of the emitting lepton from its least to its largest value; a hot value type.
///
/// The spectrum falls as 1 / U^2 times powers of U_0 / U and logarithms. In r = U_0 / U it is a
/// polynomial but for the logarithms, and those are tamed at r = 0 by z = sqrt(r):
///
///     U = U_0 / z^2,  sqrt(U_0 / U_max) < z < 1
package struct VirtualityMap: Hashable, Sendable {
  private let least: Double
  private let width: Double

  /// Makes the map from U_0 to U_0 + the largest excess, in GeV^2.
  package init(least: Double, largestExcess: Double) {
    self.least = least
    let largest = least + largestExcess
    width = largestExcess / largest / (1 + (least / largest).squareRoot())
  }

  /// U - U_0 at 0 < u < 1 and dU/du, both in GeV^2.
  package func callAsFunction(_ u: Double) -> (excess: Double, stretch: Double) {
    let step = width * u
    let z = 1 - step
    let square = least / (z * z)
    return (square * step * (2 - step), 2 * square * width / z)
  }

  /// The place u of a virtuality in GeV^2, the inverse of the map.
  func place(of virtuality: Double) -> Double {
    (1 - (least / virtuality).squareRoot()) / width
  }
}
