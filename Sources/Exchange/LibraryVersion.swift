// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import CHDF5
import CHepMC3

/// The versions of the C libraries that are loaded now, which may differ from those compiled against.
package enum LibraryVersion {
  /// The version of HepMC3, such as `3.01.02`.
  package static let hepmc3 = String(cString: lacuna_hepmc3_version())

  /// The version of HDF5, such as `1.10.8`.
  package static let hdf5: String = {
    var (major, minor, release): (UInt32, UInt32, UInt32) = (0, 0, 0)
    guard H5get_libversion(&major, &minor, &release) >= 0 else { return "unknown" }
    return "\(major).\(minor).\(release)"
  }()
}
