// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Everything a computed value depends on, in one canonical row of bytes.
///
///     let key = CacheKey("track-lengths", [
///       "material": "lead", "energy_gev": .number(100), "events": .integer(20_000),
///     ])
///
/// Two keys are equal when every name and every value is, numbers to the last bit.
package struct CacheKey: Hashable, Sendable {
  /// Something a value depends on.
  package enum Dependency: Hashable, Sendable, ExpressibleByStringLiteral {
    /// A text, such as the name of a material or a card.
    case text(String)
    /// A number, told apart by its bits: 0.0 and -0.0 differ.
    case number(Double)
    /// A whole number.
    case integer(Int)
    /// Any content, such as a table.
    case bytes([UInt8])

    /// Makes a text.
    package init(stringLiteral text: String) { self = .text(text) }
  }

  /// What is kept under the key, in lower case with hyphens: the beginning of the file's name.
  package let kind: String

  /// The key in full, which an entry repeats; a hash of it names the file and is never trusted.
  package private(set) var bytes: [UInt8] = []

  /// Makes a key.
  ///
  /// - Parameters:
  ///   - kind: what is kept under the key; characters other than a-z, 0-9 and `-` become `-`.
  ///   - dependencies: what the value depends on, by name and in a fixed order.
  package init(_ kind: String, _ dependencies: KeyValuePairs<String, Dependency>) {
    self.kind = String(
      kind.map { "a"..."z" ~= $0 || "0"..."9" ~= $0 ? $0 : "-" })
    append("kind", .text(self.kind))
    for (name, value) in dependencies { append(name, value) }
  }

  /// The key of a value that depends on one thing more.
  package func adding(_ name: String, _ value: Dependency) -> CacheKey {
    var longer = self
    longer.append(name, value)
    return longer
  }

  /// Appends one dependency, with the lengths of its name and value: no content can pass for
  /// another by what it holds.
  private mutating func append(_ name: String, _ value: Dependency) {
    let (type, content) =
      switch value {
      case .text(let text): ("text", Array(text.utf8))
      case .number(let number): ("number", Array(String(number.bitPattern, radix: 16).utf8))
      case .integer(let integer): ("integer", Array("\(integer)".utf8))
      case .bytes(let content): ("bytes", content)
      }
    bytes += "\(type) \(name.utf8.count) \(content.count)\n\(name): ".utf8
    bytes += content
    bytes += "\n".utf8
  }
}
