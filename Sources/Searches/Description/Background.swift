// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities

/// One source of background events over all run periods.
package struct Background: Sendable {
  /// Its name.
  package let name: String
  /// The expected events.
  package let events: Double
  /// Their standard deviation.
  package let error: Double
  /// How the number came about.
  package let status: BackgroundKeys.Status
  /// The key of the publication that it is from.
  package let source: String?
  /// A remark.
  package let note: String?

  init(_ element: Element) {
    name = element.name
    events = element[BackgroundKeys.events].value
    error = element[BackgroundKeys.error].value
    status = element[BackgroundKeys.status]
    source = element[BackgroundKeys.source]
    note = element[BackgroundKeys.note]
  }
}
