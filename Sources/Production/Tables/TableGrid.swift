// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// The points of a table: masses at equal ratios, and for each mass energies above its threshold.
///
///     W = E - E_0(m),  from 0.05 sqrt(E_low^2 + m^2) to E_high - E_0(m)
///
/// E_0(m) is the threshold on the first atom. The masses end where fewer than two e-folds of W are
/// left.
struct TableGrid: Hashable, Sendable {
  private let request: TableRequest
  private let logLow: Double
  private let logStep: Double

  /// The lowest W over sqrt(E_low^2 + m^2).
  private static let nearest = 0.05
  /// The least ratio of the highest W to the lowest.
  private static let leastRatio = 8.0

  /// Lays out the points.
  ///
  /// - Throws: where the energies reach no mass of the axis.
  init(for request: TableRequest) throws(ProductionError) {
    self.request = request
    var low = request.masses.low
    logLow = log(low)
    var high = request.masses.high
    guard Self.isOpen(low, request), low < high else {
      throw ProductionError(
        "no table up to \(request.energies.high) GeV",
        because: "a mass of \(low) GeV is at or near its threshold there",
        try: "give lower masses or higher energies")
    }
    if !Self.isOpen(high, request) {
      while high - low > 1e-9 * high {
        let middle = 0.5 * (low + high)
        if Self.isOpen(middle, request) { low = middle } else { high = middle }
      }
      high = low
    }
    logStep = (log(high) - logLow) / Double(request.masses.count - 1)
  }

  /// The mass in GeV of a row.
  func mass(at row: Int) -> Double { exp(logLow + logStep * Double(row)) }

  /// The total energy in GeV of a point.
  func energy(at column: Int, mass: Double) -> Double {
    let ends = Self.ends(mass, request)
    let share = Double(column) / Double(request.energies.count - 1)
    return request.threshold(mass: mass) + ends.low * exp(log(ends.high / ends.low) * share)
  }

  /// Where a mass and an energy lie, counted in points; nil at and below the threshold.
  ///
  /// Below the lowest W the energy is negative.
  func place(mass: Double, energy: Double) -> (mass: Double, energy: Double)? {
    let above = energy - request.threshold(mass: mass)
    guard above > 0 else { return nil }
    let ends = Self.ends(mass, request)
    let share = log(above / ends.low) / log(ends.high / ends.low)
    return (
      (log(mass) - logLow) / logStep, share * Double(request.energies.count - 1)
    )
  }

  private static func ends(
    _ mass: Double, _ request: TableRequest
  ) -> (low: Double, high: Double) {
    (
      nearest * hypot(request.energies.low, mass),
      request.energies.high - request.threshold(mass: mass)
    )
  }

  private static func isOpen(_ mass: Double, _ request: TableRequest) -> Bool {
    let ends = ends(mass, request)
    return ends.high >= leastRatio * ends.low
  }
}

extension TableRequest {
  /// The lowest energy in GeV at which X can be made on one of the atoms.
  func threshold(mass: Double) -> Double {
    let thresholds = constituents.compactMap {
      (try? process(mass: mass, on: $0.atom))?.threshold
    }
    return thresholds.min() ?? .infinity
  }

  /// The x that are open on one of the atoms; nil where X is closed.
  func range(mass: Double, energy: Double) throws(ProductionError) -> ClosedRange<Double>? {
    var whole: ClosedRange<Double>?
    for constituent in constituents {
      let process = try process(mass: mass, on: constituent.atom)
      guard let range = process.range(of: .energyFraction, at: energy) else { continue }
      whole =
        whole.map {
          min($0.lowerBound, range.lowerBound)...max($0.upperBound, range.upperBound)
        } ?? range
    }
    return whole
  }
}
