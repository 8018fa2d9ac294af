// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import CHDF5
import CHepMC3

/// The versions of the C libraries of event files.
package enum LibraryVersion {
  /// The version of HepMC3 that was compiled against, such as `3.01.02`; the library tells no other.
  package static let hepmc3 = String(cString: lacuna_hepmc3_version())

  /// The version of HDF5 that is loaded now, such as `1.10.8`.
  package static let hdf5: String = {
    var (major, minor, release): (UInt32, UInt32, UInt32) = (0, 0, 0)
    guard H5get_libversion(&major, &minor, &release) >= 0 else { return "unknown" }
    return "\(major).\(minor).\(release)"
  }()
}
