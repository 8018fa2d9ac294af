// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import CCairo

/// Why a figure could not be drawn.
package struct FigureError: Error, Hashable, CustomStringConvertible {
  /// The reason.
  package let reason: String

  init(_ status: cairo_status_t) { reason = String(cString: cairo_status_to_string(status)) }

  /// One sentence.
  package var description: String { "cannot draw the figure (\(reason))" }
}
