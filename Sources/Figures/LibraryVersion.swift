// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import CCairo

/// The versions of the C libraries of figures that are loaded now.
package enum LibraryVersion {
  /// The version of Cairo, such as `1.16.0`.
  package static let cairo = String(cString: cairo_version_string())

  /// The version of Pango, such as `1.50.12`.
  package static let pango = String(cString: pango_version_string())
}
