// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL

/// A function of several variables and its gradient in the shape C can call.
struct GradientCallback {
  var value: PointCallback
  var gradient: SystemCallback

  var failure: CallbackFailure? { value.failure ?? gradient.failure }

  /// Lends both closures to C while `use` runs; their own failure explains any other.
  static func lend<Result>(
    _ value: (Span<Double>) throws -> Double, _ gradient: SystemCallback.Body,
    problem: () -> String, _ use: (UnsafeMutablePointer<GradientCallback>) throws -> Result
  ) throws -> Result {
    GSLEntry.prepare()
    return try withoutActuallyEscaping(value) { value in
      try withoutActuallyEscaping(gradient) { gradient in
        var callback = GradientCallback(
          value: PointCallback(body: value), gradient: SystemCallback(body: gradient))
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
}

/// The value for GSL's gradient minimisers.
func evaluateValue(_ point: UnsafePointer<gsl_vector>?, _ raw: UnsafeMutableRawPointer?) -> Double {
  guard let point, let raw else { return .nan }
  let context = raw.assumingMemoryBound(to: GradientCallback.self)
  guard context.pointee.gradient.failure == nil else { return 0 }
  return PointCallback.evaluate(
    UnsafeBufferPointer(point.pointee.elements), &context.pointee.value)
}

/// The gradient for GSL's gradient minimisers; zero once something has failed.
func evaluateGradient(
  _ point: UnsafePointer<gsl_vector>?, _ raw: UnsafeMutableRawPointer?,
  _ gradient: UnsafeMutablePointer<gsl_vector>?
) {
  guard let point, let raw, let gradient else { return }
  let context = raw.assumingMemoryBound(to: GradientCallback.self)
  let isDone =
    context.pointee.value.failure == nil
    && SystemCallback.evaluate(
      UnsafeBufferPointer(point.pointee.elements), into: gradient.pointee.elements,
      &context.pointee.gradient)
  if !isDone { gsl_vector_set_zero(gradient) }
}

/// Value and gradient together for GSL's gradient minimisers.
func evaluateValueAndGradient(
  _ point: UnsafePointer<gsl_vector>?, _ raw: UnsafeMutableRawPointer?,
  _ value: UnsafeMutablePointer<Double>?, _ gradient: UnsafeMutablePointer<gsl_vector>?
) {
  value?.pointee = evaluateValue(point, raw)
  evaluateGradient(point, raw, gradient)
}
