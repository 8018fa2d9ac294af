// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities

/// A systematic uncertainty of the signal that all run periods share.
package struct SystematicError: Sendable {
  /// Its name.
  package let name: String
  /// The relative standard deviation.
  package let error: Measured<FractionDimension>
  /// What it is an uncertainty of.
  package let subject: SystematicKeys.Subject
  /// Whether the limit knows of it.
  package let isIncluded: Bool

  init(_ element: Element) {
    name = element.name
    error = element[SystematicKeys.error]
    subject = element[SystematicKeys.affects]
    isIncluded = element[SystematicKeys.isIncluded]
  }
}
