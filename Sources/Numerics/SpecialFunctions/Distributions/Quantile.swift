// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// Inverts cumulative distributions where GSL's inverse is missing or lacks digits.
enum Quantile {
  /// Refuses what is no probability.
  static func check(_ probability: Double, of name: String) throws(NumericsError) {
    guard probability >= 0 && probability <= 1 else {
      throw NumericsError(
        "no quantile of the \(name) distribution",
        .invalidArgument("the probability \(probability) must be 0 to 1"))
    }
  }

  /// Finds where a monotone function of x > 0 reaches a level, to the last few digits.
  ///
  /// `excess` is negative below the place sought and not negative from there on. The bracket grows
  /// by powers of two and is halved in the exponent first, then in the number, so that tiny
  /// quantiles keep their relative accuracy.
  static func search(
    from guess: Double, upTo limit: Double = .greatestFiniteMagnitude,
    _ isBelow: (Double) -> Bool
  ) -> Double {
    let start = guess > 0 && guess < limit && guess.isFinite ? guess : min(1, 0.5 * limit)
    var (lower, upper) = (start, start)
    var growth = 1e-12
    while upper < limit && isBelow(upper) {
      lower = upper
      upper = min(limit, upper * (1 + growth))
      growth *= 8
    }
    growth = 1e-12
    while lower > 0 && !isBelow(lower) {
      upper = lower
      lower /= 1 + growth
      growth *= 8
    }
    while true {
      let middle =
        lower > 0 && upper > 4 * lower
        ? lower.squareRoot() * upper.squareRoot() : lower + 0.5 * (upper - lower)
      if middle <= lower || middle >= upper { return upper }
      if isBelow(middle) { lower = middle } else { upper = middle }
    }
  }

  /// The least count from which on `isEnough` holds, found by doubling and halving from a guess.
  static func leastCount(near guess: Double, _ isEnough: (Int) -> Bool) -> Int {
    let start = guess.isFinite && guess > 0 ? Int(min(guess, 1e15)) : 0
    var (below, enough) = (start - 1, start)
    var step = 1
    // A probability that is NaN never suffices; the cap ends the search all the same.
    while enough < 1 << 60 && !isEnough(enough) {
      below = enough
      enough += step
      step *= 2
    }
    step = 1
    while below >= 0 && isEnough(below) {
      enough = below
      below = max(-1, below - step)
      step *= 2
    }
    while enough - below > 1 {
      let middle = below + (enough - below) / 2
      if isEnough(middle) { enough = middle } else { below = middle }
    }
    return enough
  }
}
