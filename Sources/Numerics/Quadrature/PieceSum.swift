// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// One piece of a subdivided range, in the parameter of its axis.
@usableFromInline
struct Piece {
  @usableFromInline var lower: Double
  @usableFromInline var upper: Double
  @usableFromInline var value: Double
  @usableFromInline var error: Double
  /// The integral of abs(f) over the piece.
  @usableFromInline var magnitude: Double

  @inlinable
  init(lower: Double, upper: Double, value: Double, error: Double, magnitude: Double) {
    self.lower = lower
    self.upper = upper
    self.value = value
    self.error = error
    self.magnitude = magnitude
  }
}

/// The pieces of a range with their sum, and the watch over rounding.
///
/// - Source: Piessens1983quadpack, section 2.2 (the tests for rounding of routine QAG)
@usableFromInline
struct PieceSum {
  @usableFromInline private(set) var pieces: [Piece]
  @usableFromInline private(set) var value: Double
  @usableFromInline private(set) var error: Double
  private var count = 1
  private var stalls = 0
  private var growths = 0

  @usableFromInline
  init(_ first: Piece) {
    pieces = []
    pieces.reserveCapacity(16)
    pieces.append(first)
    value = first.value
    error = first.error
  }

  /// Takes out the piece with the largest error, or says why halving it is no use.
  @usableFromInline
  mutating func removeWorst(
    of integrator: AdaptiveGaussKronrod, from lower: Double, to upper: Double
  ) throws(NumericsError) -> Piece {
    var index = 0
    for other in pieces.indices where pieces[other].error > pieces[index].error { index = other }
    let worst = pieces[index]
    let problem = "no integral from \(lower) to \(upper) within the tolerance"
    let roundingLimit = 100 * Double.ulpOfOne * pieces.reduce(0) { $0 + $1.magnitude }
    if stalls >= 6 || growths >= 20 || error <= roundingLimit {
      throw NumericsError(
        problem, .noConvergence("rounding hides further digits"), partial: estimate,
        suggestion: "give an absoluteError, or ask for less")
    }
    let middle = 0.5 * (worst.lower + worst.upper)
    let width = worst.upper - worst.lower
    if count >= integrator.maximumPieces {
      throw NumericsError(
        problem, .noConvergence("\(count) pieces did not suffice"), partial: estimate,
        suggestion: "split the range at peaks and kinks, or follow them with an axis")
    }
    if width.magnitude <= 100 * Double.ulpOfOne * middle.magnitude {
      throw NumericsError(
        problem, .noConvergence("the integrand is too steep near parameter \(middle)"),
        partial: estimate,
        suggestion: "end the range there, or use the extrapolating method")
    }
    pieces.swapAt(index, pieces.count - 1)
    pieces.removeLast()
    return worst
  }

  /// Puts in the two halves of the piece that was taken out.
  @usableFromInline
  mutating func add(_ left: Piece, _ right: Piece, replacing whole: Piece) {
    let halves = left.value + right.value
    let halvesError = left.error + right.error
    count += 1
    if (whole.value - halves).magnitude <= 1e-5 * halves.magnitude
      && halvesError >= 0.99 * whole.error
    {
      stalls += 1
    }
    if count > 10 && halvesError > whole.error { growths += 1 }
    value += halves - whole.value
    error += halvesError - whole.error
    pieces.append(left)
    pieces.append(right)
  }

  /// The sum over all pieces, added afresh so that no rounding of the updates remains.
  @usableFromInline
  var estimate: Estimate {
    pieces.reduce(Estimate(value: 0, error: 0)) {
      $0 + Estimate(value: $1.value, error: $1.error)
    }
  }
}
