// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector

/// What X becomes after e+ e- -> X.
package enum AnnihilationPair: Hashable, Sendable {
  /// The pair of dark particles that X couples to.
  case dark
  /// A pair of charged leptons.
  case leptons(Lepton)
}

/// Which width stands in the propagator of X.
package enum PropagatorWidth: String, CaseIterable, Sendable {
  /// M Gamma(M) at all s: the convention of the field.
  case fixed
  /// sqrt(s) Gamma(sqrt(s)): the imaginary part of the loop at s, the physical choice for wide X.
  case running
}
