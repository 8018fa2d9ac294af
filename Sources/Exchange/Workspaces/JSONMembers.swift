// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Cards
import Quantities

/// The members of a JSON object, checked against the keys that it may have.
struct JSONMembers {
  private let node: Node

  /// Checks the keys of an object.
  /// - Parameters:
  ///   - node: what should be an object.
  ///   - title: what it is, with its article, such as `a sample`.
  ///   - required: the keys that it must have.
  ///   - optional: the keys that it may have.
  ///   - findings: what is wrong is added here.
  init?(
    _ node: Node, _ title: String, required: [String], optional: [String] = [],
    into findings: inout Findings
  ) {
    guard let entries = node.entries else {
      findings.report(node, is: "not \(title)", because: "that is an object in braces")
      return nil
    }
    self.node = node
    let known = required + optional
    for entry in entries where !known.contains(entry.key) {
      let near = nearestName(to: entry.key, among: known)
      findings.append(
        .error(
          "unknown key \(quoted(entry.key)) (\(title) has \(known.joined(separator: ", ")))",
          at: entry.keyPlace, suggestion: near.map { "did you mean '\($0)'?" } ?? ""))
    }
    let missing = required.filter { node.value(of: $0) == nil }
    guard missing.isEmpty else {
      findings.append(
        .error(
          "no \(missing.map { quoted($0) }.joined(separator: " and ")) (\(title) needs it)",
          at: node.place))
      return nil
    }
  }

  /// The value of a key.
  subscript(_ key: String) -> Node? { node.value(of: key) }

  /// A text; nil with a finding if the value is none.
  func text(_ key: String, into findings: inout Findings) -> String? {
    guard let value = self[key] else { return nil }
    guard let scalar = value.scalar, scalar.style == .doubleQuoted else {
      findings.report(value, is: "not a text", because: "'\(key)' takes one in double quotes")
      return nil
    }
    return scalar.text
  }

  /// A number.
  func number(_ key: String, into findings: inout Findings) -> Double? {
    self[key]?.jsonNumber(of: key, into: &findings)
  }

  /// A list of numbers.
  func numbers(_ key: String, into findings: inout Findings) -> [Double]? {
    self[key]?.jsonNumbers(of: key, into: &findings)
  }

  /// The elements of a list.
  func items(_ key: String, into findings: inout Findings) -> [Node]? {
    self[key]?.jsonItems(of: key, into: &findings)
  }

  /// A truth value.
  func truth(_ key: String, into findings: inout Findings) -> Bool? {
    guard let value = self[key] else { return nil }
    switch value.plainText {
    case "true": return true
    case "false": return false
    default:
      findings.report(value, is: "not a truth value", because: "'\(key)' takes true or false")
      return nil
    }
  }
}

extension Node {
  /// The text of a value without quotes.
  var plainText: String? {
    guard let scalar, scalar.style == .plain else { return nil }
    return scalar.text
  }

  func jsonNumber(of key: String, into findings: inout Findings) -> Double? {
    guard let text = plainText else {
      findings.report(self, is: "not a number", because: "'\(key)' takes numbers without quotes")
      return nil
    }
    do {
      return try PlainNumber.parse(text)
    } catch {
      findings.report(self, is: "not a number", because: "'\(key)' takes numbers")
      return nil
    }
  }

  func jsonItems(of key: String, into findings: inout Findings) -> [Node]? {
    if let items { return items }
    findings.report(self, is: "not a list", because: "'\(key)' takes one in square brackets")
    return nil
  }

  func jsonNumbers(of key: String, into findings: inout Findings) -> [Double]? {
    guard let items = jsonItems(of: key, into: &findings) else { return nil }
    let numbers = items.compactMap { $0.jsonNumber(of: key, into: &findings) }
    return numbers.count == items.count ? numbers : nil
  }
}

extension Findings {
  /// Adds that a value has the wrong type.
  fileprivate mutating func report(_ node: Node, is problem: String, because reason: String) {
    if case .refused = node.content { return }
    let subject =
      node.scalar.map { quoted($0.text) } ?? (node.items != nil ? "a list" : "an object")
    append(.error("\(subject) is \(problem) (\(reason))", at: node.place))
  }
}
