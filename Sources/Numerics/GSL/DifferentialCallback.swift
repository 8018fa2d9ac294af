// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL

/// The right-hand side of a system of differential equations in the shape C can call.
struct DifferentialCallback {
  typealias Slope = (Double, Span<Double>, inout MutableSpan<Double>) throws -> Void
  typealias Jacobian = (
    Double, Span<Double>, inout MutableSpan<Double>, inout MutableSpan<Double>
  ) throws -> Void

  let slope: Slope
  let jacobian: Jacobian?
  let start: Double
  let end: Double
  /// The size below which a component counts as small, for the steps of differences.
  let scale: Double
  /// What the caller's closure threw; it ends the solution at once.
  private(set) var thrown: (any Error)?
  /// Where the slope was last not finite; a shorter step may yet avoid the place.
  private(set) var notFinite: CallbackFailure?
  private var probe: [Double]
  private var here: [Double]
  private var there: [Double]

  init(
    slope: @escaping Slope, jacobian: Jacobian?, start: Double, end: Double, dimension: Int,
    scale: Double
  ) {
    self.slope = slope
    self.jacobian = jacobian
    self.start = start
    self.end = end
    self.scale = scale
    probe = [Double](repeating: 0, count: dimension)
    here = probe
    there = probe
  }

  var dimension: Int { probe.count }

  /// Fills the slope at (t, y), or keeps the failure; a status for GSL.
  mutating func fill(
    _ output: UnsafeMutableBufferPointer<Double>, _ t: Double, _ y: UnsafeBufferPointer<Double>
  ) -> Int32 {
    attempt(t, y) { callback in
      var span = output.mutableSpan
      try callback.slope(t, y.span, &span)
      try DifferentialCallback.checkFinite(output, t, y)
    }
  }

  /// Fills df_i/dy_j and df_i/dt at (t, y), by differences where the caller gave no closure.
  mutating func fill(
    _ matrix: UnsafeMutableBufferPointer<Double>, _ drift: UnsafeMutableBufferPointer<Double>,
    _ t: Double, _ y: UnsafeBufferPointer<Double>
  ) -> Int32 {
    attempt(t, y) { callback in
      if let jacobian = callback.jacobian {
        var matrixSpan = matrix.mutableSpan
        var driftSpan = drift.mutableSpan
        try jacobian(t, y.span, &matrixSpan, &driftSpan)
      } else {
        try callback.takeDifferences(matrix, drift, t, y)
      }
      try DifferentialCallback.checkFinite(matrix, t, y)
      try DifferentialCallback.checkFinite(drift, t, y)
    }
  }

  /// Forward differences, with steps of the square root of the rounding unit.
  private mutating func takeDifferences(
    _ matrix: UnsafeMutableBufferPointer<Double>, _ drift: UnsafeMutableBufferPointer<Double>,
    _ t: Double, _ y: UnsafeBufferPointer<Double>
  ) throws {
    let fraction = Double.ulpOfOne.squareRoot()
    for index in probe.indices { probe[index] = y[index] }
    try DifferentialCallback.evaluate(slope, t, probe, into: &here)
    for column in probe.indices {
      let size = max(y[column].magnitude, scale)
      let shifted = y[column] + fraction * (size > 0 ? size : 1)
      probe[column] = shifted
      try DifferentialCallback.evaluate(slope, t, probe, into: &there)
      for row in probe.indices {
        matrix[row * dimension + column] = (there[row] - here[row]) / (shifted - y[column])
      }
      probe[column] = y[column]
    }
    // Towards the middle of the range, so that f is not called outside of it.
    let sign = (t - start).magnitude < (end - t).magnitude ? 1.0 : -1.0
    let shifted = t + sign * fraction * (end - start)
    try DifferentialCallback.evaluate(slope, shifted, probe, into: &there)
    for row in probe.indices { drift[row] = (there[row] - here[row]) / (shifted - t) }
  }

  private static func evaluate(
    _ slope: Slope, _ t: Double, _ y: [Double], into output: inout [Double]
  ) throws {
    var span = output.mutableSpan
    try slope(t, y.span, &span)
  }

  // After GSL_EBADFUNC the driver stops at once, after GSL_FAILURE it tries a shorter step.
  private mutating func attempt(
    _ t: Double, _ y: UnsafeBufferPointer<Double>,
    _ body: (inout DifferentialCallback) throws -> Void
  ) -> Int32 {
    guard thrown == nil else { return Int32(GSL_EBADFUNC) }
    do {
      try body(&self)
      return Int32(GSL_SUCCESS)
    } catch let fault as NotFinite {
      notFinite = .notFinite(value: fault.value, at: fault.point)
      return Int32(GSL_FAILURE)
    } catch {
      thrown = error
      return Int32(GSL_EBADFUNC)
    }
  }

  private struct NotFinite: Error {
    let value: Double
    let point: [Double]
  }

  private static func checkFinite(
    _ output: UnsafeMutableBufferPointer<Double>, _ t: Double, _ y: UnsafeBufferPointer<Double>
  ) throws {
    if let value = output.first(where: { !$0.isFinite }) {
      throw NotFinite(value: value, point: [t] + y)
    }
  }
}

/// The slope for GSL's steppers.
func evaluateSlope(
  _ t: Double, _ y: UnsafePointer<Double>?, _ slope: UnsafeMutablePointer<Double>?,
  _ raw: UnsafeMutableRawPointer?
) -> Int32 {
  guard let raw else { return Int32(GSL_EFAULT) }
  let context = raw.assumingMemoryBound(to: DifferentialCallback.self)
  let count = context.pointee.dimension
  return context.pointee.fill(
    UnsafeMutableBufferPointer(start: slope, count: count), t,
    UnsafeBufferPointer(start: y, count: count))
}

/// The derivatives of the slope for GSL's implicit steppers.
func evaluateJacobian(
  _ t: Double, _ y: UnsafePointer<Double>?, _ matrix: UnsafeMutablePointer<Double>?,
  _ drift: UnsafeMutablePointer<Double>?, _ raw: UnsafeMutableRawPointer?
) -> Int32 {
  guard let raw else { return Int32(GSL_EFAULT) }
  let context = raw.assumingMemoryBound(to: DifferentialCallback.self)
  let count = context.pointee.dimension
  return context.pointee.fill(
    UnsafeMutableBufferPointer(start: matrix, count: count * count),
    UnsafeMutableBufferPointer(start: drift, count: count), t,
    UnsafeBufferPointer(start: y, count: count))
}
