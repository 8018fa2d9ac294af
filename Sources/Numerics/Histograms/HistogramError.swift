// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Why an axis cannot be made or two histograms cannot be joined: what, why, and what to do.
public struct HistogramError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, such as `invalid number of bins 0`.
  public let problem: String

  /// Why it cannot be used.
  public let reason: String

  /// What to do about it.
  public let suggestion: String

  /// PROBLEM (WHY) SUGGESTION in one line.
  public var description: String { "\(problem) (\(reason)) \(suggestion)" }
}
