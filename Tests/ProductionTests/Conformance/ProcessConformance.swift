// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Numerics
import Production
import Testing

/// What every process promises, checked on one of them.
///
/// ```swift
/// try ProcessConformance(
///   of: process, doubled: sameAtTwiceTheCoupling, refined: sameWithFinerIntegrals,
///   energies: [1, 100]
/// ).check()
/// ```
struct ProcessConformance<Subject: Process> {
  /// The process.
  let subject: Subject
  /// The same process with twice the coupling.
  let doubled: Subject
  /// The same process with integrals to a much smaller error.
  let refined: Subject
  /// Energies above the threshold in GeV at which spectra and errors are looked at.
  let energies: [Double]
  /// Energies above the threshold in GeV at which the process only has to give sane numbers.
  let extremes: [Double]
  /// The cross section right above the threshold, as a fraction of that at twice the threshold, that
  /// still counts as a rise from zero; infinite where it begins with a step.
  let opening: Double
  /// How well a spectrum has to integrate to the total.
  let closure: Double
  /// Where the tests that fail were asked for.
  let place: SourceLocation

  init(
    of subject: Subject, doubled: Subject, refined: Subject, energies: [Double],
    extremes: [Double] = [], opening: Double = 1e-2, closure: Double = 1e-3,
    place: SourceLocation = #_sourceLocation
  ) {
    self.subject = subject
    self.doubled = doubled
    self.refined = refined
    self.energies = energies
    self.extremes = extremes
    self.opening = opening
    self.closure = closure
    self.place = place
  }

  /// Checks all that is promised.
  func check() throws {
    checkRefusals()
    try checkThreshold()
    try checkExtremes()
    for energy in energies {
      try checkTotal(at: energy)
      for variable in SpectrumVariable.allCases {
        try checkSpectrum(in: variable, at: energy)
      }
    }
  }

  /// What is no energy is refused in words, by totals and spectra alike.
  func checkRefusals() {
    for energy in [Double.nan, .infinity, -.infinity, -1, -.leastNonzeroMagnitude] {
      #expect(throws: ProductionError.self, "at \(energy)", sourceLocation: place) {
        _ = try subject.total(at: energy)
      }
      for variable in SpectrumVariable.allCases {
        #expect(
          subject.range(of: variable, at: energy) == nil, "at \(energy)", sourceLocation: place)
        #expect(throws: ProductionError.self, "at \(energy)", sourceLocation: place) {
          _ = try subject.differential(in: variable, at: 0.1, energy: energy)
        }
      }
    }
  }

  /// Nothing at and below the threshold, and a rise from zero above it.
  func checkThreshold() throws {
    let threshold = subject.threshold
    #expect(threshold.isFinite && threshold >= 0, "\(threshold)", sourceLocation: place)
    for energy in [0, 1e-9 * threshold, 0.5 * threshold, threshold.nextDown, threshold] {
      let total = try subject.total(at: energy)
      #expect(total == Estimate(value: 0, error: 0), "at \(energy)", sourceLocation: place)
      for variable in SpectrumVariable.allCases {
        #expect(
          subject.range(of: variable, at: energy) == nil, "at \(energy)", sourceLocation: place)
      }
    }
    guard opening < .infinity, threshold > 0 else { return }
    let scale = try subject.total(at: 2 * threshold).value
    let above = try subject.total(at: threshold * (1 + 1e-7)).value
    #expect(above <= opening * scale, "\(above) above, \(scale) at twice", sourceLocation: place)
  }

  /// Finite numbers, none below zero, wherever one looks; no jump on a small step of the energy.
  func checkExtremes() throws {
    let near = [1 + 1e-12, 1 + 1e-6, 1.001, 1.1, 2].map { $0 * subject.threshold }
    for energy in near + energies + extremes where energy > subject.threshold {
      let total = try subject.total(at: energy)
      expectSane(total, "total at \(energy)")
      for variable in SpectrumVariable.allCases {
        guard let range = subject.range(of: variable, at: energy) else { continue }
        expectAscending(range, "\(variable.rawValue) at \(energy)")
        let end = min(range.upperBound, 10)
        for share in [0, 1e-15, 1e-9, 1e-3, 0.3, 0.7, 0.999, 1] {
          let value = range.lowerBound + share * (end - range.lowerBound)
          let density = try subject.differential(in: variable, at: value, energy: energy)
          expectSane(density, "\(variable.rawValue) = \(value) at \(energy)")
        }
      }
    }
  }

  /// Above zero, as the square of the coupling, and as well known as it says.
  func checkTotal(at energy: Double) throws {
    let total = try subject.total(at: energy)
    #expect(total.value > 0, "at \(energy)", sourceLocation: place)
    #expect(total.relativeError < 0.01, "at \(energy): \(total)", sourceLocation: place)
    let fourfold = try doubled.total(at: energy)
    #expect(
      (fourfold.value - 4 * total.value).magnitude <= fourfold.error + 4 * total.error,
      "at \(energy): \(total), at twice the coupling \(fourfold)", sourceLocation: place)
    expectHonest(total, try refined.total(at: energy), "total at \(energy)")
    let beside = try subject.total(at: energy * (1 + 1e-8))
    #expect(
      (beside.value - total.value).magnitude
        <= 1e-4 * total.value + total.error + beside.error,
      "at \(energy): \(total), a step beside \(beside)", sourceLocation: place)
  }

  /// Zero outside its range, as well known as it says, and the total once integrated.
  func checkSpectrum(in variable: SpectrumVariable, at energy: Double) throws {
    guard let range = subject.range(of: variable, at: energy) else { return }
    let (lower, upper) = (range.lowerBound, range.upperBound)
    for outside in [lower - 1e-6 * (1 + lower.magnitude), upper * (1 + 1e-6)]
    where outside.isFinite {
      let density = try subject.differential(in: variable, at: outside, energy: energy)
      #expect(density.value == 0, "\(variable.rawValue) = \(outside)", sourceLocation: place)
    }
    let end = upper.isFinite ? upper : 1
    for share in [1e-6, 1e-3, 0.1, 0.5, 0.9, 0.999] {
      let value = lower + share * (end - lower)
      expectHonest(
        try subject.differential(in: variable, at: value, energy: energy),
        try refined.differential(in: variable, at: value, energy: energy),
        "\(variable.rawValue) = \(value) at \(energy)")
    }
    let total = try subject.total(at: energy).value
    let sum = try integral(in: variable, over: range, at: energy, total: total)
    #expect(
      deviation(sum, from: total) < closure,
      "\(variable.rawValue) at \(energy): \(sum) of \(total)", sourceLocation: place)
  }

  /// The integral of a spectrum, on axes logarithmic in the distance from either end.
  private func integral(
    in variable: SpectrumVariable, over range: ClosedRange<Double>, at energy: Double,
    total: Double
  ) throws -> Double {
    let integrator = AdaptiveGaussKronrod(
      relativeError: 0.01 * closure, absoluteError: 0.01 * closure * total)
    let (lower, upper) = (range.lowerBound, range.upperBound)
    func density(_ value: Double) throws -> Double {
      try subject.differential(in: variable, at: value, energy: energy).value
    }
    guard upper.isFinite else {
      return try integrator.integrate(from: 1e-14, to: 1e8, along: LogarithmicAxis()) {
        try density(lower + $0)
      }.value
    }
    let half = 0.5 * (upper - lower)
    let first = try integrator.integrate(from: 1e-14 * half, to: half, along: LogarithmicAxis()) {
      try density(lower + $0)
    }
    let second = try integrator.integrate(from: 1e-14 * half, to: half, along: LogarithmicAxis()) {
      try density(upper - $0)
    }
    return first.value + second.value
  }

  private func expectSane(_ estimate: Estimate, _ what: String) {
    #expect(
      estimate.value.isFinite && estimate.value >= 0 && estimate.error.isFinite
        && estimate.error >= 0, "\(what): \(estimate)", sourceLocation: place)
  }

  private func expectAscending(_ range: ClosedRange<Double>, _ what: String) {
    #expect(
      range.lowerBound >= 0 && range.lowerBound.isFinite && range.upperBound > range.lowerBound,
      "\(what): \(range)", sourceLocation: place)
  }

  /// A number lies as near a better one as the two errors say.
  private func expectHonest(_ estimate: Estimate, _ better: Estimate, _ what: String) {
    let allowed = estimate.error + better.error + 1e-12 * better.value.magnitude
    #expect(
      (estimate.value - better.value).magnitude <= allowed,
      "\(what): \(estimate), with finer integrals \(better)", sourceLocation: place)
  }
}
