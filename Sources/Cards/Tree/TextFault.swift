// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// The first thing in a text that keeps it from being read as YAML at all.
///
/// Found before the parser runs, so that the message can name the byte and say what to do.
enum TextFault {
  /// Larger than ``Source/mostBytes``.
  case tooLarge
  /// Begins with the byte order mark of another encoding.
  case otherEncoding(String)
  /// Bytes that are no UTF-8.
  case invalidUTF8(at: Int)
  /// A character that has no place in a text file.
  case control(UInt32, at: Range<Int>)

  /// Looks for the first fault.
  static func first(in source: Source) -> TextFault? {
    let bytes = source.bytes
    if bytes.count > Source.mostBytes { return .tooLarge }
    if bytes.starts(with: [0xFF, 0xFE]) { return .otherEncoding("UTF-16") }
    if bytes.starts(with: [0xFE, 0xFF]) { return .otherEncoding("UTF-16") }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return .otherEncoding("UTF-32") }
    return bytes.withUnsafeBufferPointer { scan($0, from: source.textStart) }
  }

  private static func scan(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> TextFault? {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte >= 0x20, byte < 0x7F {
        index += 1
        continue
      }
      guard let (scalar, length) = decode(bytes, at: index) else { return .invalidUTF8(at: index) }
      if isControl(scalar) { return .control(scalar, at: index..<(index + length)) }
      index += length
    }
    return nil
  }

  /// What YAML does not count among the printable characters.
  static func isControl(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09, 0x0A, 0x0D, 0x85: false
    case 0..<0x20, 0x7F..<0xA0, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// Decodes one scalar; `nil` for truncated, overlong, surrogate or too large ones.
  private static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (scalar: UInt32, length: Int)? {
    let first = UInt32(bytes[index])
    let length: Int
    var scalar: UInt32
    switch first {
    case 0..<0x80: return (first, 1)
    case 0xC2..<0xE0: (length, scalar) = (2, first & 0x1F)
    case 0xE0..<0xF0: (length, scalar) = (3, first & 0x0F)
    case 0xF0..<0xF5: (length, scalar) = (4, first & 0x07)
    default: return nil
    }
    guard index + length <= bytes.count else { return nil }
    for position in (index + 1)..<(index + length) {
      guard bytes[position] & 0xC0 == 0x80 else { return nil }
      scalar = scalar << 6 | UInt32(bytes[position] & 0x3F)
    }
    let smallest: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    guard scalar >= smallest, Unicode.Scalar(scalar) != nil else { return nil }
    return (scalar, length)
  }
}

extension TextFault {
  /// The fault as a finding.
  func finding(in source: Source) -> Finding {
    switch self {
    case .tooLarge:
      .error(
        "the card has \(source.bytes.count) bytes (at most \(Source.mostBytes) are read)",
        at: source.place(0..<0), suggestion: "keep tables in data files of their own")
    case .otherEncoding(let name):
      .error(
        "the card is \(name) (its first bytes are the mark of that encoding)",
        at: source.place(0..<0), suggestion: "save it as UTF-8")
    case .invalidUTF8(let offset):
      .error(
        "byte \(offset) is 0x\(hexadecimal(UInt32(source.bytes[offset]), digits: 2))"
          + " (cards are UTF-8, and this is not)",
        at: source.place(offset..<(offset + 1)), suggestion: "save the card as UTF-8")
    case .control(0, let range):
      .error(
        "a NUL character at byte \(range.lowerBound) (cards are text)", at: source.place(range),
        suggestion: "remove it; if there are many, save the card as UTF-8 and not as UTF-16")
    case .control(let scalar, let range):
      .error(
        "the invisible character U+\(hexadecimal(scalar, digits: 4)) at byte \(range.lowerBound)"
          + " (cards are text)", at: source.place(range), suggestion: "remove it")
    }
  }
}

/// A number in hexadecimal capitals, padded with zeros.
func hexadecimal(_ value: UInt32, digits: Int) -> String {
  let text = String(value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, digits - text.count)) + text
}
