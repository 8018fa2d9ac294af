// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL

/// A Swift closure from n numbers to n numbers in the shape C can call, on its caller's stack.
struct SystemCallback {
  typealias Body = (Span<Double>, inout MutableSpan<Double>) throws -> Void

  let body: Body
  var failure: CallbackFailure?

  /// Fills `output` at the given point; false, with the failure kept, where that is impossible.
  static func evaluate(
    _ point: UnsafeBufferPointer<Double>, into output: UnsafeMutableBufferPointer<Double>,
    _ context: UnsafeMutablePointer<SystemCallback>
  ) -> Bool {
    guard context.pointee.failure == nil else { return false }
    do {
      var span = output.mutableSpan
      try context.pointee.body(point.span, &span)
      if let value = output.first(where: { !$0.isFinite }) {
        context.pointee.failure = .notFinite(value: value, at: Array(point))
        return false
      }
      return true
    } catch {
      context.pointee.failure = .thrown(error)
      return false
    }
  }

  /// Lends the closure to C while `use` runs; the closure's own failure explains any other.
  static func lend<Result>(
    _ body: Body, problem: () -> String,
    _ use: (UnsafeMutablePointer<SystemCallback>) throws -> Result
  ) throws -> Result {
    GSLEntry.prepare()
    return try withoutActuallyEscaping(body) { body in
      var callback = SystemCallback(body: body)
      return try withUnsafeMutablePointer(to: &callback) { context in
        do {
          return try use(context)
        } catch {
          if let failure = context.pointee.failure { throw failure.error(problem()) }
          throw error
        }
      }
    }
  }
}
