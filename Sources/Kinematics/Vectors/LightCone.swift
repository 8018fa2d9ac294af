// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// E + p and E - p along an axis, in GeV, both to full precision.
///
/// Their product is m_T^2 = m^2 + p_T^2; under a boost along the axis they scale by e^y and e^-y.
struct LightCone {
  /// E + p.
  let plus: Double

  /// E - p.
  let minus: Double

  private init(plus: Double, minus: Double) {
    self.plus = plus
    self.minus = minus
  }

  /// Takes the larger of the two as a sum, the smaller as m_T^2 over it.
  @inline(__always)
  init(energy: Double, along: Double, transverseMassSquared: Double) {
    let larger = energy + along.magnitude
    // Nothing at all: a massless daughter at threshold.
    let smaller = larger > 0 ? transverseMassSquared / larger : 0
    plus = along >= 0 ? larger : smaller
    minus = along >= 0 ? smaller : larger
  }

  /// Boosted along the axis by rapidity y, with e^y given.
  @inline(__always)
  func boosted(by factor: Double) -> LightCone {
    LightCone(plus: plus * factor, minus: minus / factor)
  }

  /// E.
  @inline(__always) var energy: Double { 0.5 * (plus + minus) }

  /// p along the axis.
  @inline(__always) var along: Double { 0.5 * (plus - minus) }
}
