// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// The ends of the Feldman-Cousins construction for one background, in closed steps.
///
/// With m = s + b and h(k) = k ln max(k, b) - max(k, b) the ordering is
///
///     ln R(k | m) = k ln m - m - h(k)
///
/// so that R(k) = R(n) at the single mean exp((h(k) - h(n)) / (k - n)). Between two such means the
/// counts that rank before n are a fixed run, n+1 to k on the way up and k to n-1 on the way
/// down. The count n is accepted where their probability is below cl. That probability first rises
/// and then falls with m, so the two ends of each stretch tell whether it holds accepted means,
/// and bisection finds the last one. Error: 1e-13 of the mean.
///
/// - Source: Feldman:1997qc, section IV (ordering)
struct UnifiedConstruction {
  /// The known background b.
  let background: Double

  /// The confidence level.
  let level: Double

  /// The lower end of the interval of the signal, in events.
  func lowerEnd(observed n: Int) -> Double {
    guard Double(n) > background else { return 0 }
    var accepted = mean(equalling: n - 1, n)
    for k in stride(from: n - 1, through: 0, by: -1) {
      let right = mean(equalling: k, n)
      let left = k > 0 ? mean(equalling: k - 1, n) : background
      if isBelowLevel(k...(n - 1), mean: left) {
        accepted = left
      } else if isBelowLevel(k...(n - 1), mean: right) {
        accepted = bisect(accepted: right, rejected: left) {
          isBelowLevel(k...(n - 1), mean: $0)
        }
      } else if self.left(by: k...(n - 1), mean: right) < 0.1 * (1 - level) {
        break
      }
    }
    return max(0, accepted - background)
  }

  /// The upper end of the interval of the signal, in events, as the construction gives it.
  func upperEnd(observed n: Int) -> Double {
    var accepted = mean(equalling: n + 1, n)
    // Levels are passed long before the bound, which only keeps the search finite.
    for k in (n + 1)...(n + 200 + 10 * Int(background + Double(n).squareRoot())) {
      let left = mean(equalling: k, n)
      let right = mean(equalling: k + 1, n)
      if isBelowLevel((n + 1)...k, mean: right) {
        accepted = right
      } else if isBelowLevel((n + 1)...k, mean: left) {
        accepted = bisect(accepted: left, rejected: right) {
          isBelowLevel((n + 1)...k, mean: $0)
        }
      } else if self.left(by: (n + 1)...k, mean: left) < 0.1 * (1 - level) {
        // What is left on either side of the run only shrinks from here on.
        break
      }
    }
    return max(0, accepted - background)
  }

  /// The largest upper end of this background and all larger ones.
  ///
  /// The upper end falls with the background except where the far end of another stretch becomes
  /// accepted and it leaps up. The far end of the run n+1 to k does so where its mean reaches the
  /// larger one of the two at which the run has probability cl. Those leaps are the only
  /// candidates besides the background itself.
  func monotoneUpperEnd(observed n: Int) -> Double {
    var largest = upperEnd(observed: n)
    var leaps = 0
    // A leap lies below its k, so only runs that end beyond the background can have one.
    let first = max(n + 1, Int(background))
    for k in first...(3 * first + 60) where leaps < 8 {
      guard let mean = fallingMean(of: (n + 1)...k),
        let leap = backgroundWhere(mean, equals: k + 1, n), leap >= background
      else { continue }
      leaps += 1
      largest = max(largest, mean - leap)
    }
    return largest
  }

  /// The larger mean at which a run of counts has probability cl; nil if it never has.
  private func fallingMean(of run: ClosedRange<Int>) -> Double? {
    // The run is most probable where its last count is as probable as the one before its first.
    let steps = Double(run.upperBound - run.lowerBound + 1)
    let logFactorials = lgamma(Double(run.upperBound) + 1) - lgamma(Double(run.lowerBound))
    let peak = exp(logFactorials / steps)
    guard !isBelowLevel(run, mean: peak) else { return nil }
    var far = 2 * peak + 1
    while !isBelowLevel(run, mean: far) { far *= 2 }
    return bisect(accepted: far, rejected: peak) { isBelowLevel(run, mean: $0) }
  }

  /// The background between n and k at which R(k) = R(n) has the given mean; nil if there is none.
  private func backgroundWhere(_ mean: Double, equals k: Int, _ n: Int) -> Double? {
    // h(k) - (n ln b - b) = (k - n) ln m, whose left side rises with b beyond n.
    let wanted = Double(k - n) * log(mean) - (Double(k) * log(Double(k)) - Double(k))
    func value(_ b: Double) -> Double { n == 0 ? b : b - Double(n) * log(b) }
    guard wanted > value(Double(n)), wanted < value(Double(k)) else { return nil }
    return bisect(accepted: Double(n), rejected: Double(k)) { value($0) < wanted }
  }

  /// The mean at which two counts rank alike.
  private func mean(equalling k: Int, _ n: Int) -> Double {
    exp((rank(k) - rank(n)) / Double(k - n))
  }

  /// h(k), with 0 ln 0 = 0.
  private func rank(_ k: Int) -> Double {
    let best = max(Double(k), background)
    return k == 0 ? -best : Double(k) * log(best) - best
  }

  /// Whether a run of counts leaves more than 1 - cl.
  private func isBelowLevel(_ run: ClosedRange<Int>, mean: Double) -> Bool {
    left(by: run, mean: mean) > 1 - level
  }

  /// The probability outside a run of counts; summed itself where the level is close to one, for
  /// there one minus the run would be all rounding.
  private func left(by run: ClosedRange<Int>, mean: Double) -> Double {
    guard level > 0.999, mean > 0 else { return 1 - probability(of: run, mean: mean) }
    let below = run.lowerBound > 0 ? probability(of: 0...(run.lowerBound - 1), mean: mean) : 0
    // The last count that a mean reaches with 1e-30 or more.
    let last = Int(mean + 14 * mean.squareRoot()) + 60
    let above =
      run.upperBound < last ? probability(of: (run.upperBound + 1)...last, mean: mean) : 0
    return below + above
  }

  /// The probability of a run of counts, summed upward.
  private func probability(of run: ClosedRange<Int>, mean: Double) -> Double {
    guard mean > 0 else { return run.lowerBound == 0 ? 1 : 0 }
    var term = exp(PoissonTable.logProbability(of: run.lowerBound, mean: mean))
    var sum = term
    for k in run.dropFirst() {
      term *= mean / Double(k)
      sum += term
    }
    return sum
  }

  /// The last accepted number between an accepted and a rejected one.
  private func bisect(
    accepted: Double, rejected: Double, _ isAccepted: (Double) -> Bool
  ) -> Double {
    var (good, bad) = (accepted, rejected)
    for _ in 0..<60 {
      let middle = 0.5 * (good + bad)
      if isAccepted(middle) { good = middle } else { bad = middle }
    }
    return good
  }
}
