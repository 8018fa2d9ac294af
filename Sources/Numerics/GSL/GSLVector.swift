// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

@preconcurrency import CGSL

extension gsl_vector {
  /// The elements of a vector that a solver allocated, which always lie side by side.
  var elements: UnsafeMutableBufferPointer<Double> {
    UnsafeMutableBufferPointer(start: data, count: size)
  }
}

extension [Double] {
  /// Lends the numbers to a GSL routine that reads a vector; nothing is copied or allocated.
  func withGSLVector<Result>(_ use: (UnsafePointer<gsl_vector>) -> Result) -> Result {
    withUnsafeBufferPointer { buffer in
      var vector = gsl_vector(
        size: buffer.count, stride: 1, data: UnsafeMutablePointer(mutating: buffer.baseAddress),
        block: nil, owner: 0)
      return use(&vector)
    }
  }

  /// Lends the numbers to a GSL routine that writes a vector.
  mutating func withMutableGSLVector<Result>(
    _ use: (UnsafeMutablePointer<gsl_vector>) -> Result
  ) -> Result {
    withUnsafeMutableBufferPointer { buffer in
      var vector = gsl_vector(
        size: buffer.count, stride: 1, data: buffer.baseAddress, block: nil, owner: 0)
      return use(&vector)
    }
  }
}
