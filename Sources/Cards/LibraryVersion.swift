// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import CYAML

/// The version of the C library that is loaded now, which may differ from the one compiled against.
package enum LibraryVersion {
  /// The version of libyaml, such as `0.2.5`.
  package static let libyaml = yaml_get_version_string().map { String(cString: $0) } ?? "unknown"
}
