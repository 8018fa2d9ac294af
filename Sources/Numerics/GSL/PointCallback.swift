// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// A Swift closure of several variables in the shape C can call, on the stack of its caller.
struct PointCallback {
  let body: (Span<Double>) throws -> Double
  var failure: CallbackFailure?

  /// The value at the given point; zero, with the failure kept, where there is none.
  static func evaluate(
    _ point: UnsafeBufferPointer<Double>, _ context: UnsafeMutablePointer<PointCallback>
  ) -> Double {
    guard context.pointee.failure == nil else { return 0 }
    do {
      let value = try context.pointee.body(point.span)
      if value.isFinite { return value }
      context.pointee.failure = .notFinite(value: value, at: Array(point))
    } catch {
      context.pointee.failure = .thrown(error)
    }
    return 0
  }

  /// Lends the closure to C while `use` runs, then throws what the closure failed with.
  static func lend<Result>(
    _ body: (Span<Double>) throws -> Double, problem: () -> String,
    _ use: (UnsafeMutablePointer<PointCallback>) throws -> Result
  ) throws -> Result {
    GSLEntry.prepare()
    return try withoutActuallyEscaping(body) { body in
      var callback = PointCallback(body: body)
      return try withUnsafeMutablePointer(to: &callback) { context in
        do {
          let result = try use(context)
          if let failure = context.pointee.failure { throw failure.error(problem()) }
          return result
        } catch {
          if let failure = context.pointee.failure { throw failure.error(problem()) }
          throw error
        }
      }
    }
  }
}
