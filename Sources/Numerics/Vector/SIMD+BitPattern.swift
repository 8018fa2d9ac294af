// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

// Lane by lane, so that no cast is unsafe; the optimiser makes it nothing at all.

extension SIMD4<Double> {
  /// Takes the numbers whose IEEE 754 bits are given.
  @inlinable
  @inline(__always)
  init(bitPattern bits: SIMD4<UInt64>) {
    self.init(
      Double(bitPattern: bits[0]), Double(bitPattern: bits[1]),
      Double(bitPattern: bits[2]), Double(bitPattern: bits[3]))
  }

  /// The IEEE 754 bits of each lane.
  @inlinable var bitPattern: SIMD4<UInt64> {
    @inline(__always) get {
      SIMD4<UInt64>(
        self[0].bitPattern, self[1].bitPattern, self[2].bitPattern, self[3].bitPattern)
    }
  }
}

extension SIMD8<Double> {
  /// Takes the numbers whose IEEE 754 bits are given.
  @inline(__always)
  init(bitPattern bits: SIMD8<UInt64>) {
    self.init(
      lowHalf: SIMD4(bitPattern: bits.lowHalf), highHalf: SIMD4(bitPattern: bits.highHalf))
  }
}
