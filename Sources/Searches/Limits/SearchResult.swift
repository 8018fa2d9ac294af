// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Inference
import Numerics
import Quantities

/// What a search says about all masses, and what went into it.
package struct SearchResult: Sendable {
  /// The search.
  package let search: Search
  /// The masses in the order of the scan.
  package let points: [SearchPoint]
  /// The number of simulated beam particles of each channel.
  package let showers: [Int]
  /// The method, confidence level and remarks of the limits.
  package let limit: EventLimit
  /// The limit on signal events with each uncertainty alone, the first with none and the last with
  /// all.
  package let breakdown: [(name: String, error: Double, events: Double)]

  /// Sets the limits.
  ///
  /// - Parameters:
  ///   - search: the search.
  ///   - signals: the signal of each channel.
  /// - Throws: where the method has no answer.
  package init(
    _ search: Search, _ signals: [ChannelSignal]
  ) throws(InferenceError) {
    self.search = search
    showers = signals.map(\.tally.showers)
    let tables = signals.map { NodeTable($0) }
    let included = search.systematics.filter(\.isIncluded)
    let systematic = included.reduce(0) { $0 + $1.error.value.share * $1.error.value.share }
    let countsSimulation =
      search.card[SearchKeys.statistics][StatisticsKeys.includesSimulation]
    let rows = search.masses.enumerated().map { index, mass in
      tables.map { $0.row(at: mass, index: index) }
    }
    let merged = rows.map(NodeTable.Row.init(merging:))
    let statistical = merged.map { $0.error }
    let errors = statistical.map { error in
      (systematic + (countsSimulation && error.isFinite ? error * error : 0)).squareRoot()
    }
    let low = errors.min() ?? 0
    let limit = try EventLimit(of: search, for: low...max(low, errors.max() ?? 0))
    self.limit = limit
    let exposure = search.effectiveExposure
    points = search.masses.indices.map { index in
      let row = merged[index]
      return SearchPoint(
        mass: search.masses[index], yield: row.yield, stages: row.stages,
        effectiveCount: row.effectiveCount, signalError: errors[index],
        events: exposure * row.stages[row.stages.count - 1].value,
        limit: limit.point(error: errors[index]))
    }
    var parts: [(name: String, error: Double)] = [("none", 0)]
    parts += included.map { ($0.name, $0.error.value.share) }
    let worst = statistical.filter(\.isFinite).max() ?? 0
    if countsSimulation { parts.append(("simulation, at most", worst)) }
    if parts.count > 2 {
      parts.append(("all", (systematic + (countsSimulation ? worst * worst : 0)).squareRoot()))
    }
    var breakdown: [(name: String, error: Double, events: Double)] = []
    for part in parts {
      breakdown.append(
        (part.name, part.error, try EventLimit.observed(of: search, error: part.error)))
    }
    self.breakdown = breakdown
  }
}

/// The yields of one channel at the nodes of a lattice.
private struct NodeTable {
  /// What a mass has.
  struct Row {
    let yield: Estimate
    let stages: [Estimate]
    let effectiveCount: Double

    /// The relative error of what is selected.
    var error: Double {
      let selected = stages[stages.count - 1]
      return selected.value > 0 ? selected.error / selected.value : .infinity
    }
  }

  private let yields: [Estimate]
  private let shares: [[Estimate]]
  private let counts: [Double]

  private let lattice: MassLattice

  init(_ signal: ChannelSignal) {
    let tally = signal.tally
    lattice = signal.lattice
    let masses = 0..<tally.masses
    yields = masses.map { tally.yield(mass: $0) }
    let stages =
      [SignalTally.Stage.simulated.rawValue]
      + Array(SignalTally.Stage.allCases.count..<tally.stages)
    shares = stages.map { stage in masses.map { tally.share(mass: $0, stage: stage) } }
    counts = masses.map { tally.effectiveCount(mass: $0) }
  }

  func row(at mass: Double, index: Int) -> Row {
    func read(_ row: [Estimate]) -> Estimate {
      Estimate(
        value: lattice.value(at: mass, index: index, of: row.map(\.value)),
        error: lattice.value(at: mass, index: index, of: row.map(\.error)))
    }
    let yield = read(yields)
    return Row(
      yield: yield,
      stages: shares.map { row in
        let share = read(row)
        let value = yield.value * share.value
        // Of equal weights share and yield are uncorrelated, also where they are of the same events.
        let error = hypot(yield.error * share.value, yield.value * share.error)
        return Estimate(value: value, error: error)
      },
      effectiveCount: lattice.value(at: mass, index: index, of: counts))
  }
}

extension NodeTable.Row {
  /// The sum of independent estimates.
  private static func sum(_ estimates: [Estimate]) -> Estimate {
    estimates.reduce(Estimate(value: 0, error: 0)) {
      Estimate(value: $0.value + $1.value, error: hypot($0.error, $1.error))
    }
  }

  /// The sum of channels, whose showers have nothing in common.
  fileprivate init(merging rows: [NodeTable.Row]) {
    self.init(
      yield: Self.sum(rows.map(\.yield)),
      stages: rows[0].stages.indices.map { stage in Self.sum(rows.map { $0.stages[stage] }) },
      effectiveCount: rows.map(\.effectiveCount).max() ?? 0)
  }
}
