// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL

/// A Swift closure of one variable in the shape C can call, on the stack of its caller.
struct ScalarCallback {
  let body: (Double) throws -> Double
  var failure: CallbackFailure?

  /// Arguments where an infinity is handed on to C, for routines that can leave points out.
  var tolerated = (Double.nan, Double.nan)

  /// Lends the closure to C as a `gsl_function` while `use` runs.
  ///
  /// Every call has its own context, so integrals nest and threads do not meet.
  static func lend<Result>(
    _ body: (Double) throws -> Double, problem: () -> String,
    _ use: (inout Loan) throws -> Result
  ) throws -> Result {
    GSLEntry.prepare()
    return try withoutActuallyEscaping(body) { body in
      var callback = ScalarCallback(body: body)
      return try withUnsafeMutablePointer(to: &callback) { context in
        var loan = Loan(
          function: gsl_function(function: evaluateScalar, params: context), context: context)
        do {
          let result = try use(&loan)
          try loan.rethrow(problem)
          return result
        } catch {
          try loan.rethrow(problem)
          throw error
        }
      }
    }
  }

  /// The closure as C sees it, and the way back for its failure.
  struct Loan {
    var function: gsl_function
    let context: UnsafeMutablePointer<ScalarCallback>

    /// True once the closure has thrown or given a value that is not finite.
    var hasFailed: Bool { context.pointee.failure != nil }

    /// Throws what the closure failed with; it explains whatever status GSL returned after.
    func rethrow(_ problem: () -> String) throws {
      if let failure = context.pointee.failure { throw failure.error(problem()) }
    }
  }
}

// A free function: one inside main or an actor would check its isolation on every call.
private func evaluateScalar(_ x: Double, _ raw: UnsafeMutableRawPointer?) -> Double {
  guard let raw else { return .nan }
  let context = raw.assumingMemoryBound(to: ScalarCallback.self)
  guard context.pointee.failure == nil else { return 0 }
  do {
    let value = try context.pointee.body(x)
    if value.isFinite { return value }
    let tolerated = context.pointee.tolerated
    if value.isInfinite, x == tolerated.0 || x == tolerated.1 { return value }
    context.pointee.failure = .notFinite(value: value, at: [x])
  } catch {
    context.pointee.failure = .thrown(error)
  }
  return 0
}
