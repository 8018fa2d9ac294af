// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// How a Swift closure failed while C code was calling it.
///
/// No Swift error can pass through C frames. The callback keeps the first failure, answers with
/// harmless numbers from then on, and the failure is thrown when C has returned.
enum CallbackFailure {
  case thrown(any Error)
  case notFinite(value: Double, at: [Double])

  /// The error to throw: the closure's own, unchanged, or one that says where NaN came up.
  func error(_ problem: @autoclosure () -> String) -> any Error {
    switch self {
    case .thrown(let error): error
    case .notFinite(let value, let point):
      NumericsError(
        problem(), .notFinite(value: .init(value), at: point),
        suggestion: "check the function there, or keep the range away from the point")
    }
  }
}
