// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A charged particle of an electromagnetic shower.
package enum Lepton: Int, CaseIterable, Sendable {
  /// The electron.
  case electron
  /// The positron.
  case positron
}
