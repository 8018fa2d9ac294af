// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// The processor cores that this process may use.
package enum Cores {
  /// How many cores the process may run on: those a batch system or `taskset` has left to it.
  package static let available = allowed() ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  /// The number of cores in a list as Linux writes it, such as `0-3,8`; nil when it is not one.
  package static func count(inList list: some StringProtocol) -> Int? {
    var total = 0
    for entry in list.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = entry.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2,
        first >= 0, last >= first
      else { return nil }
      total += last - first + 1
    }
    return total
  }

  /// Linux writes the affinity mask of a process into its status.
  private static func allowed() -> Int? {
    guard let file = fopen("/proc/self/status", "re") else { return nil }
    defer { fclose(file) }
    let key = "Cpus_allowed_list:"
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(line) }
    while getline(&line, &capacity, file) > 0, let text = line.map({ String(cString: $0) }) {
      guard text.hasPrefix(key) else { continue }
      return count(inList: text.dropFirst(key.count).filter { !$0.isWhitespace })
    }
    return nil
  }
}
