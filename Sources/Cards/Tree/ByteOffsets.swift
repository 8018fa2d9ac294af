// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Turns libyaml's counts of code points into byte offsets.
///
/// The counts come nearly in order, so a cursor that walks from the last answer makes a whole card
/// cost one pass.
struct ByteOffsets {
  private let bytes: [UInt8]
  private let isASCII: Bool
  private let range: Range<Int>
  private var codePoint = 0
  private var offset: Int

  /// Counts code points from the beginning of a range of bytes.
  init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    self.range = range
    offset = range.lowerBound
    isASCII = bytes[range].allSatisfy { $0 < 0x80 }
  }

  /// The byte at which a code point begins; the end of the range for later ones.
  mutating func offset(ofCodePoint index: Int) -> Int {
    if isASCII { return min(range.lowerBound + index, range.upperBound) }
    while codePoint < index, offset < range.upperBound {
      offset += 1
      while offset < range.upperBound, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      codePoint += 1
    }
    while codePoint > index, offset > range.lowerBound {
      offset -= 1
      while offset > range.lowerBound, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
      codePoint -= 1
    }
    return offset
  }
}
