// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics

/// True where two numbers agree to a fraction of the second, or to an absolute distance.
func isNear(
  _ value: Double, _ reference: Double, relative: Double = 0, absolute: Double = 0
) -> Bool {
  (value - reference).magnitude <= max(absolute, relative * reference.magnitude)
}

/// What the tests throw through C code, to be found again unchanged.
struct Interruption: Error, Equatable {
  let place: Double
}

/// The error of numerics that a piece of work ends with.
func numericsError(_ work: () throws -> Void) -> NumericsError? {
  do {
    try work()
    return nil
  } catch {
    return error as? NumericsError
  }
}

/// A reproducible source of random numbers for property tests (Marsaglia's xorshift).
struct Dice {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// A number in 0 <= x < 1.
  mutating func roll() -> Double {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Double(state >> 11) * 0x1p-53
  }
}
