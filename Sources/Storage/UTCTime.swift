// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// A moment in coordinated universal time, to the second.
package struct UTCTime: Hashable, Sendable, CustomStringConvertible {
  /// Seconds since the beginning of 1970, leap seconds not counted.
  package let secondsSince1970: Int

  /// Makes a moment from its distance to the beginning of 1970.
  package init(secondsSince1970: Int) { self.secondsSince1970 = secondsSince1970 }

  /// The moment the clock of the system shows.
  package static var now: UTCTime { UTCTime(secondsSince1970: time(nil)) }

  /// The moment in the form of ISO 8601, such as `2031-05-17T09:00:00Z`.
  package var description: String {
    var seconds = secondsSince1970
    var parts = tm()
    gmtime_r(&seconds, &parts)
    var text = [CChar](repeating: 0, count: 64)
    let length = strftime(&text, text.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
    return String(decoding: text[..<length].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
