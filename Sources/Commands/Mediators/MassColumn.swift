// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// A column of masses in the unit that suits all of them.
struct MassColumn: Sendable {
  private let isLight: Bool

  /// A column for some masses: in MeV if all are below 1 GeV.
  init(for masses: [Mass]) { isLight = masses.allSatisfy { $0.gev < 1 } }

  /// The column.
  var column: Table.Column { Table.Column("mass", unit: isLight ? "MeV" : "GeV", .number) }

  /// A mass as an entry of the column.
  func entry(_ mass: Mass) -> String {
    (isLight ? mass.mev : mass.gev).formatted(significant: 6)
  }
}
