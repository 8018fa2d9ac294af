// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// The operating system and the machine the program runs on.
package struct OperatingSystem: Hashable, Sendable {
  /// The kernel and its release, such as "Linux 6.1.0 x86_64".
  package let name: String
  /// The name of the machine in its network.
  package let host: String

  /// The system of this process.
  package static let current: OperatingSystem = {
    var facts = utsname()
    uname(&facts)
    return OperatingSystem(
      name: "\(text(facts.sysname)) \(text(facts.release)) \(text(facts.machine))",
      host: text(facts.nodename))
  }()

  /// The C string in a field of fixed length.
  private static func text<Field>(_ field: Field) -> String {
    withUnsafeBytes(of: field) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }
}
