// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Something that is wrong with a workspace, and where.
package struct WorkspaceFlaw: Error, Hashable, Sendable, CustomStringConvertible {
  /// A step from a value into one of its parts, with the names of the published format.
  package enum Step: Hashable, Sendable {
    /// To the value of a key.
    case key(String)
    /// To an element of a list, counted from zero.
    case item(Int)
  }

  /// The way from the whole workspace to the part.
  package let path: [Step]

  /// What is wrong.
  package let problem: String

  /// Why it is wrong.
  package let reason: String

  /// The way out; empty if none is known.
  package let suggestion: String

  init(
    at path: [Step], _ problem: String, because reason: String, suggestion: String = ""
  ) {
    self.path = path
    self.problem = problem
    self.reason = reason
    self.suggestion = suggestion
  }

  /// PROBLEM (WHY) SUGGESTION in one line.
  package var description: String {
    suggestion.isEmpty ? "\(problem) (\(reason))" : "\(problem) (\(reason)) \(suggestion)"
  }
}

extension [WorkspaceFlaw.Step] {
  static func channel(_ index: Int) -> Self { [.key("channels"), .item(index)] }

  static func sample(_ index: Int, of channel: Int) -> Self {
    .channel(channel) + [.key("samples"), .item(index)]
  }

  static func modifier(_ index: Int, of sample: Int, of channel: Int) -> Self {
    .sample(sample, of: channel) + [.key("modifiers"), .item(index)]
  }

  static func observation(_ index: Int) -> Self { [.key("observations"), .item(index)] }

  static func measurement(_ index: Int) -> Self { [.key("measurements"), .item(index)] }

  static func setting(_ index: Int, of measurement: Int) -> Self {
    .measurement(measurement) + [.key("config"), .key("parameters"), .item(index)]
  }

  static func + (path: Self, key: String) -> Self { path + [.key(key)] }
}
