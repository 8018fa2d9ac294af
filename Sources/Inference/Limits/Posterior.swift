// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Numerics

/// The posterior of the signal strength, integrated in panels.
struct Posterior {
  /// One stretch of t with its integral.
  private struct Panel {
    let start: Double
    let end: Double
    let integral: Double
  }

  private let averaged: AveragedModel
  private let large: LargeCount?
  private let model: CountingModel
  private let counts: [Int]
  private let prior: BayesianLimit.Prior

  /// The smallest background of a bin, where t^2 begins.
  private let offset: Double

  private var panels: [Panel] = []

  /// Integrates the posterior of a model all of whose bins see signal.
  init(_ model: CountingModel, prior: BayesianLimit.Prior) throws(InferenceError) {
    self.model = model
    self.prior = prior
    counts = model.bins.map(\.observed)
    large = LargeCount(model)
    averaged =
      large == nil ? AveragedModel(model, capacities: counts) : AveragedModel(scenarios: [])
    offset = model.bins.map(\.background.value).min() ?? 0
    var start = offset.squareRoot()
    var sum = 0.0
    var largest = 0.0
    var width = 1.0
    // Beyond the expected end of the likelihood the panels widen, for the tails are smooth.
    let ordinary = (model.efficiency * model.crudeLimit + offset).squareRoot() + 4
    while panels.count < 400 {
      let integral = integrate(from: start, to: start + width)
      panels.append(Panel(start: start, end: start + width, integral: integral))
      sum += integral
      largest = max(largest, integral)
      start += width
      // Only where it begins may the prior of several bins bend faster than the likelihood.
      if panels.count == 1 { width = 2 }
      if start > ordinary {
        if integral <= 1e-15 * sum { break }
        width *= 1.15
      }
    }
    guard sum > 0, sum.isFinite, panels.count < 400 else {
      throw InferenceError(
        .noConvergence, "no integral of the posterior",
        because: sum > 0 ? "it falls too slowly" : "the likelihood vanishes for every strength",
        suggestion: "check background and efficiency")
    }
  }

  /// The signal strength below which the posterior has the given probability.
  func quantile(_ level: ConfidenceLevel) throws(InferenceError) -> Double {
    let total = panels.reduce(0) { $0 + $1.integral }
    // The tail is summed from the far end, so that levels close to one lose no digits.
    var tail = 0.0
    let wanted = level.remainder * total
    for panel in panels.reversed() {
      if tail + panel.integral < wanted {
        tail += panel.integral
        continue
      }
      return signal(at: place(in: panel, leaving: wanted - tail))
    }
    return 0
  }

  /// The place in a panel above which a part of its integral lies: safeguarded Newton.
  private func place(in panel: Panel, leaving part: Double) -> Double {
    var (low, high) = (panel.start, panel.end)
    var t = panel.end - (panel.end - panel.start) * part / panel.integral
    for _ in 0..<60 {
      let excess = integrate(from: t, to: panel.end) - part
      if excess > 0 { low = t } else { high = t }
      let step = excess / density(at: t)
      // What is left after such a step is of the order of its square.
      if abs(step) <= 1e-11 * t { return t + step }
      var next = t + step
      if !(next > low && next < high) { next = 0.5 * (low + high) }
      t = next
    }
    return t
  }

  private func signal(at t: Double) -> Double { max(0, t * t - offset) / model.efficiency }

  /// The density of the posterior in t, up to a factor.
  private func density(at t: Double) -> Double {
    let signal = signal(at: t)
    let likelihood =
      large?.probability(signal: signal) ?? averaged.probability(of: counts, signal: signal)
    guard prior == .jeffreys else { return t * likelihood }
    var information = 0.0
    for bin in model.bins {
      let efficiency = bin.efficiency.value
      information += efficiency * efficiency / (signal * efficiency + bin.background.value)
    }
    return t * information.squareRoot() * likelihood
  }

  private func integrate(from start: Double, to end: Double) -> Double {
    LegendreRules.prepared[0].integrate(from: start, to: end) { density(at: $0) }
  }
}
