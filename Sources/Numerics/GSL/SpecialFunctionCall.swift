// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL

/// One call of a GSL special function, with its value, its error and its status.
enum SpecialFunctionCall {
  /// Calls the routine unless an argument is not finite; GSL may loop for long on NaN.
  static func evaluate(
    _ name: String, _ routine: String, _ arguments: [Double], suggestion: String = "",
    _ call: (UnsafeMutablePointer<gsl_sf_result>) -> Int32
  ) throws(NumericsError) -> Estimate {
    GSLEntry.prepare()
    if arguments.contains(where: { !$0.isFinite }) {
      throw NumericsError(
        problem(name, arguments), .invalidArgument("the arguments must be finite"))
    }
    var result = gsl_sf_result(val: .nan, err: .nan)
    let status = call(&result)
    let value = Estimate(value: result.val, error: result.err)
    try GSLEntry.check(
      status, routine, partial: value.value.isFinite ? value : nil,
      suggestion: { advice($0, suggestion) }
    ) { problem(name, arguments) }
    guard result.val.isFinite else {
      throw NumericsError(
        problem(name, arguments), .noConvergence("\(routine) gives \(result.val)"),
        suggestion: suggestion)
    }
    return value
  }

  private static func problem(_ name: String, _ arguments: [Double]) -> String {
    "no value of \(name)(\(arguments.map { "\($0)" }.joined(separator: ", ")))"
  }

  private static func advice(_ status: GSLStatus, _ suggestion: String) -> String {
    if !suggestion.isEmpty { return suggestion }
    return status == .domain ? "keep the arguments within the domain of the function" : ""
  }
}
