// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Why numbers do not make a distribution: what is wrong, the cause, and what to do.
public struct DistributionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, such as `invalid weight -1.0 at index 3`.
  public let problem: String

  /// Why it cannot be used.
  public let reason: String

  /// What to do about it.
  public let suggestion: String

  /// PROBLEM (WHY) SUGGESTION in one line.
  public var description: String { "\(problem) (\(reason)) \(suggestion)" }
}
