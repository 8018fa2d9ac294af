// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// How the cross section of l Z -> l Z X is computed.
package enum BremsstrahlungMethod: String, CaseIterable, Sendable {
  /// The squared amplitude of two to three particles at tree level, over all of phase space.
  case exact
  /// Weizsaecker-Williams: photons of the atom as if real, their flux following x and theta.
  case williams = "ww"
  /// Improved Weizsaecker-Williams: as before with one constant flux.
  case improvedWilliams = "iww"
  /// The leading logarithm of the constant flux; a total alone.
  case leadingLog = "leading-log"
}
