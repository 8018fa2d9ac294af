// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

extension Double {
  /// The number rounded to significant digits, for tables and sentences.
  ///
  /// Positional between 1e-4 and 10^`digits`, else scientific as in `8.375e11`; trailing zeros are
  /// dropped. Records that must read back exactly use `description` instead.
  ///
  /// - Parameter digits: how many significant digits to keep, 1 to 17.
  /// - Returns: the text, without unit.
  public func formatted(significant digits: Int) -> String {
    let kept = Swift.min(Swift.max(digits, 1), 17)
    // The C library rounds the exact binary value, which no scaling by powers of ten does.
    let rounded = withVaList([CInt(kept - 1), self]) { arguments in
      var buffer = [CChar](repeating: 0, count: 64)
      let length = vsnprintf(&buffer, buffer.count, "%.*e", arguments)
      return String(
        decoding: buffer.prefix(Int(length)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
    guard let decimal = DecimalDigits(text: rounded, isNegative: sign == .minus) else {
      return description
    }
    return decimal.text(scientificFrom: kept)
  }
}
