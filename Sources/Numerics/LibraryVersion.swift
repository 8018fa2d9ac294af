// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL

/// The version of the C library that is loaded now, which may differ from the one compiled against.
package enum LibraryVersion {
  /// The version of the GNU Scientific Library, such as `2.7.1`.
  package static let gsl = gsl_version.map { String(cString: $0) } ?? "unknown"
}
