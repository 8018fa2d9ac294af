// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// The file of one kept value: a header in text, the key in full, the value.
///
///     lacuna cache 1
///     key 214
///     value 65536
///     sha256 9f86d081884c7d65...
///
/// The digest covers key and value.
enum CacheEntry {
  /// Why a file is not the entry looked for.
  enum Damage: Error, Equatable {
    /// The file is cut short, or changed, or no entry at all.
    case damaged
    /// The file holds the value of another key.
    case foreign
  }

  static let lockSuffix = ".lock"

  private static let format = "lacuna cache 1"
  private static let suffix = ".cache"

  /// The name of the file: the kind, and half of a digest of the key.
  static func fileName(of key: CacheKey) -> String {
    "\(key.kind)-\(SHA256.digest(of: key.bytes).prefix(digestDigits))\(suffix)"
  }

  /// The kind of value in a file of that name; nil when it is not the name of an entry.
  static func kind(inFileName name: String) -> String? {
    guard name.hasSuffix(suffix) else { return nil }
    let stem = name.dropLast(suffix.count)
    guard let hyphen = stem.lastIndex(of: "-") else { return nil }
    let digest = stem[stem.index(after: hyphen)...]
    guard digest.count == digestDigits, digest.allSatisfy(\.isHexDigit) else { return nil }
    return String(stem[..<hyphen])
  }

  private static let digestDigits = 32

  /// The content of the file.
  static func encode(_ value: [UInt8], under key: CacheKey) -> [UInt8] {
    let header = """
      \(format)
      key \(key.bytes.count)
      value \(value.count)
      sha256 \(digest(key.bytes, value))


      """
    return Array(header.utf8) + key.bytes + value
  }

  /// The value in the content of a file, if all of it is there and it is the one of the key.
  static func decode(_ content: [UInt8], under key: CacheKey) throws(Damage) -> [UInt8] {
    let lines = content.prefix(256).split(
      separator: UInt8(ascii: "\n"), maxSplits: 5, omittingEmptySubsequences: false)
    guard lines.count == 6, lines[4].isEmpty, Array(lines[0]) == Array(format.utf8),
      let keyLength = number(lines[1], after: "key "),
      let valueLength = number(lines[2], after: "value ")
    else { throw .damaged }

    let start = lines[5].startIndex
    let (end, overflow) = keyLength.addingReportingOverflow(valueLength)
    guard !overflow, content.count - start == end else { throw .damaged }
    let foundKey = Array(content[start..<start + keyLength])
    let value = Array(content[(start + keyLength)...])
    guard Array(lines[3]) == Array("sha256 \(digest(foundKey, value))".utf8) else {
      throw .damaged
    }
    guard foundKey == key.bytes else { throw .foreign }
    return value
  }

  private static func number(_ line: ArraySlice<UInt8>, after label: String) -> Int? {
    guard line.starts(with: label.utf8) else { return nil }
    let number = Int(String(decoding: line.dropFirst(label.utf8.count), as: UTF8.self))
    return number.flatMap { $0 >= 0 ? $0 : nil }
  }

  private static func digest(_ key: [UInt8], _ value: [UInt8]) -> String {
    var digest = SHA256()
    digest.update(key)
    digest.update(value)
    return hexadecimal(digest.finish())
  }
}
