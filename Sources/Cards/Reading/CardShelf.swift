// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Where cards that are named by other cards are found.
///
/// This module reads no files: the owner of the shelf does.
package struct CardShelf: Sendable {
  /// How a card names another one.
  package enum Address: Hashable, Sendable {
    /// By kind and name, as in `extends: na64e-invisible`.
    case name(String, kind: String)
    /// By path, as in `extends: ../common.yaml`; the path is complete already.
    case path(String)
  }

  /// Why a card that exists cannot be read.
  package struct Unreadable: Error {
    /// The reason, such as `permission denied`.
    package let reason: String

    /// Makes a failure.
    package init(reason: String) { self.reason = reason }
  }

  private let listNames: @Sendable (String) -> [String]?
  private let find: @Sendable (Address) throws(Unreadable) -> Source?

  /// Makes a shelf.
  ///
  /// - Parameters:
  ///   - names: the names of the cards of a kind; `nil` if they cannot be known.
  ///   - find: the text of a card, or `nil` if there is none.
  package init(
    names: @escaping @Sendable (_ kind: String) -> [String]?,
    find: @escaping @Sendable (Address) throws(Unreadable) -> Source?
  ) {
    listNames = names
    self.find = find
  }

  /// A shelf without cards, for texts that stand alone.
  package static let empty = CardShelf(names: { _ in nil }, find: { _ throws(Unreadable) in nil })

  /// The names of the cards of a kind; `nil` if they cannot be known.
  package func names(of kind: String) -> [String]? { listNames(kind) }

  /// The text of a card, or `nil` if there is none.
  package func source(at address: Address) throws(Unreadable) -> Source? { try find(address) }

  /// The address that a text in a source stands for.
  ///
  /// A text with a `/`, or that ends in `.yaml`, `.yml` or `.json`, is a path relative to the folder
  /// of the source; any other is a name.
  package static func address(of text: String, kind: String, from source: Source) -> Address {
    let isPath =
      text.contains("/") || [".yaml", ".yml", ".json"].contains { text.hasSuffix($0) }
    guard isPath else { return .name(text, kind: kind) }
    guard !text.hasPrefix("/"), let slash = source.name.lastIndex(of: "/") else {
      return .path(normalized(text))
    }
    return .path(normalized(String(source.name[...slash]) + text))
  }

  /// A path without `.` and without `..` that could be resolved.
  private static func normalized(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }
}
