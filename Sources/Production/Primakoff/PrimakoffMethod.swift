// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// How far the kinematics of gamma Z -> a Z are kept.
package enum PrimakoffMethod: String, CaseIterable, Sendable {
  /// The flux of virtual photons, (t - t_min) / t^2 G2, with the exact t_min; leading order in
  /// m / E and in E / M, the convention of the field.
  case flux
  /// The squared amplitude with all masses and the recoil of a nucleus of spin 0.
  case exact
  /// The flux in two logarithms, as generators of the field use it; a total alone, of an atom that
  /// stays whole.
  case closed
}
