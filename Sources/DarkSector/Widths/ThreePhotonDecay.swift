// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// The decay of a light vector into three photons through a loop of electrons.
///
/// It is the leading decay of a dark photon below 2 m_e; two photons are forbidden (Landau, Yang).
package enum ThreePhotonDecay {
  /// The channel's name.
  static let name = "3 gamma"

  /// The width per epsilon^2 of a vector of mass M that couples to the electron with epsilon e.
  ///
  ///     17 alpha^4 M^9 / (2^7 3^6 5^3 pi^3 m_e^8)
  ///
  /// Leading term of the Euler-Heisenberg expansion in M / m_e, in GeV; derived again here from the
  /// four-photon Lagrangian in a test. The next factor, 1 + (335/714) M^2 / m_e^2 + ..., is recalled
  /// (McDermott:2017qcg), could not be checked and is not applied: the true width is larger, by 2% at
  /// 0.1 MeV and by an order of magnitude near 2 m_e. Only for M < 2 m_e: above, the expansion has no
  /// meaning and the channel is negligible beside e+ e-.
  /// - Source: Pospelov:2008jk
  package static func leadingWidth(mass: Double, electronMass: Double) -> Double {
    let alpha = PhysicalConstants.fineStructure
    let square = (mass / electronMass) * (mass / electronMass)
    let prefactor = 17 * alpha * alpha * alpha * alpha / (11_664_000 * .pi * .pi * .pi)
    return prefactor * square * square * square * square * mass
  }

  /// The channel of a vector with coupling `epsilon` e to the electron.
  static func channel(mass: Double, epsilonSquared: Double, electronMass: Double) -> DecayChannel {
    guard mass < 2 * electronMass else {
      return DecayChannel(
        name, width: 0,
        note: "left out above 2 m_e, where it is negligible beside e+ e-")
    }
    return DecayChannel(
      name, width: epsilonSquared * leadingWidth(mass: mass, electronMass: electronMass),
      note: "leading term of the expansion in mass / m_e; the true width is larger")
  }
}
