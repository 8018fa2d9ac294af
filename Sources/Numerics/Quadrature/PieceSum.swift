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
/// It hands out one piece after another to be integrated, first the whole range, then the halves of
/// whichever piece has the largest error.
///
/// - Source: Piessens1983quadpack, routine QAG (the tests for rounding)
@usableFromInline
struct PieceSum {
  private var pieces: [Piece] = []
  private var sum = Estimate(value: 0, error: 0)
  private var stalls = 0
  private var growths = 0

  /// The piece that was halved last, and the first of its halves once it is done.
  private var whole: Piece?
  private var left: Piece?

  /// The range to hand out next, where one is waiting.
  private var waiting: (lower: Double, upper: Double)?

  @usableFromInline
  init(from lower: Double, to upper: Double) { waiting = (lower, upper) }

  /// The next range to integrate; nil when the sum meets the tolerance.
  @usableFromInline
  mutating func next(
    for integrator: AdaptiveGaussKronrod, from lower: Double, to upper: Double
  ) throws(NumericsError) -> (lower: Double, upper: Double)? {
    if let range = waiting {
      waiting = nil
      return range
    }
    if sum.error <= integrator.tolerance(for: sum.value) { return nil }
    let worst = try removeWorst(of: integrator, from: lower, to: upper)
    let middle = 0.5 * (worst.lower + worst.upper)
    whole = worst
    waiting = (middle, worst.upper)
    return (worst.lower, middle)
  }

  /// Takes in the piece that was handed out last.
  @usableFromInline
  mutating func add(_ piece: Piece) {
    guard let whole else {
      pieces.append(piece)
      sum = Estimate(value: piece.value, error: piece.error)
      return
    }
    guard let left else {
      left = piece
      return
    }
    self.left = nil
    let value = left.value + piece.value
    let error = left.error + piece.error
    pieces.append(left)
    pieces.append(piece)
    if (whole.value - value).magnitude <= 1e-5 * value.magnitude && error >= 0.99 * whole.error {
      stalls += 1
    }
    if pieces.count > 10 && error > whole.error { growths += 1 }
    sum.value += value - whole.value
    sum.error += error - whole.error
  }

  /// Takes out the piece with the largest error, or says why halving it is no use.
  private mutating func removeWorst(
    of integrator: AdaptiveGaussKronrod, from lower: Double, to upper: Double
  ) throws(NumericsError) -> Piece {
    var index = 0
    for other in pieces.indices where pieces[other].error > pieces[index].error { index = other }
    let worst = pieces[index]
    // In words only when it comes to that: texts cost more than the integral.
    func problem() -> String { "no integral from \(lower) to \(upper) within the tolerance" }
    let roundingLimit = 100 * Double.ulpOfOne * pieces.reduce(0) { $0 + $1.magnitude }
    if stalls >= 6 || growths >= 20 || sum.error <= roundingLimit {
      throw NumericsError(
        problem(), .noConvergence("rounding hides further digits"), partial: estimate,
        suggestion: "give an absoluteError, or ask for less")
    }
    let middle = 0.5 * (worst.lower + worst.upper)
    let width = worst.upper - worst.lower
    if pieces.count >= integrator.maximumPieces {
      throw NumericsError(
        problem(), .noConvergence("\(pieces.count) pieces did not suffice"), partial: estimate,
        suggestion: "split the range at peaks and kinks, or follow them with an axis")
    }
    if width.magnitude <= 100 * Double.ulpOfOne * middle.magnitude {
      throw NumericsError(
        problem(), .noConvergence("the integrand is too steep near parameter \(middle)"),
        partial: estimate,
        suggestion: "end the range there, or use the extrapolating method")
    }
    pieces.swapAt(index, pieces.count - 1)
    pieces.removeLast()
    return worst
  }

  /// The sum over all pieces, added afresh so that no rounding of the updates remains.
  @usableFromInline
  var estimate: Estimate {
    pieces.reduce(Estimate(value: 0, error: 0)) {
      $0 + Estimate(value: $1.value, error: $1.error)
    }
  }
}
