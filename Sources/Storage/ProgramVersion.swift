// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import CProcessor
import Glibc

/// Which Lacuna this is.
package enum ProgramVersion {
  /// The version of the release.
  package static let current = "0.1.0"

  /// What tells one build from another: the build-id that the linker wrote, or a digest of the
  /// executable when it was linked without.
  package static let build: String = {
    var identifier = [UInt8](repeating: 0, count: 64)
    let length = lacuna_build_id(&identifier, identifier.count)
    if length > 0 { return hexadecimal(identifier[..<length]) }
    guard let bytes = try? FileReader.read("/proc/self/exe", atMost: 1 << 30) else {
      return "unknown"
    }
    return "sha256-" + SHA256.digest(of: bytes)
  }()

  /// Everything about the program that the last bit of a result may depend on: version, build and
  /// the class of the processor.
  package static let code = "\(current) \(build) \(Processor.level)"
}
