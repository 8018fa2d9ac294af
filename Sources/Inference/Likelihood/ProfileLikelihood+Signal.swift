// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

extension ProfileLikelihood {
  /// The best signal strength of zero and above, with the maximised logarithm.
  ///
  /// One bin has a closed answer: the excess over the background, all parameters at their own best
  /// values. Several bins follow the derivative to zero, by bisection that takes secant steps.
  func bestSignal() -> (signal: Double, logLikelihood: Double) {
    if counts.count == 1 {
      let x = start
      let efficiency = x.efficiencies[0] * x.commonEfficiency
      let excess = counts[0] - x.backgrounds[0] * x.commonBackground
      if efficiency > 0, excess > 0 {
        let signal = excess / efficiency
        return (signal, logLikelihood(signal: signal, at: x))
      }
      return (0, profiled(signal: 0))
    }
    var low = 0.0
    var atLow = slope(signal: 0)
    guard atLow > 0 else { return (0, profiled(signal: 0)) }
    var high = 1.0
    var atHigh = slope(signal: high)
    while atHigh > 0, high < 1e12 {
      (low, atLow) = (high, atHigh)
      high *= 2
      atHigh = slope(signal: high)
    }
    for step in 0..<200 where high - low > 1e-13 * high {
      var middle = 0.5 * (low + high)
      if step % 3 != 2, atLow.isFinite {
        let secant = low + (high - low) * atLow / (atLow - atHigh)
        // A little beyond the root, so that the far end of the bracket closes in as well.
        let nudge = (step % 3 == 0 ? 1 : -1) * 1e-3 * (high - low)
        if secant + nudge > low, secant + nudge < high { middle = secant + nudge }
      }
      let value = slope(signal: middle)
      if value > 0 { (low, atLow) = (middle, value) } else { (high, atHigh) = (middle, value) }
    }
    let signal = 0.5 * (low + high)
    return (signal, profiled(signal: signal))
  }

  /// The statistic q~ of upper limits: 2 ln [L(best) / L(s)], zero where the best strength is above
  /// s.
  /// - Source: Cowan:2010js, equation 16
  func upperStatistic(signal: Double) -> Double {
    let best = bestSignal()
    guard best.signal < signal else { return 0 }
    return max(0, 2 * (best.logLikelihood - profiled(signal: signal)))
  }

  /// The expected data of background alone, at the parameters that fit these data.
  /// - Source: Cowan:2010js, section 3.2 (Asimov data)
  func expectingBackground() -> ProfileLikelihood {
    let x = conditionalFit(signal: 0)
    var result = self
    result.counts = counts.indices.map { expected(in: $0, signal: 0, at: x) }
    result.efficiencies = zip(efficiencies, x.efficiencies).map { $0.expecting($1) }
    result.backgrounds = zip(backgrounds, x.backgrounds).map { $0.expecting($1) }
    result.commonEfficiency = commonEfficiency.expecting(x.commonEfficiency)
    result.commonBackground = commonBackground.expecting(x.commonBackground)
    return result
  }
}
