// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Execution
import Glibc
import Numerics

/// Why there is no table.
package enum TableFailure: Error, Sendable, CustomStringConvertible {
  /// A point cannot be computed.
  case point(ProductionError)
  /// The work was cancelled.
  case cancelled

  package var description: String {
    switch self {
    case .point(let error): error.description
    case .cancelled: "the table is not finished (its making was interrupted) ask for it again"
    }
  }
}

extension CrossSectionTable {
  /// Computes a table; the same bytes for any number of threads.
  ///
  /// - Parameters:
  ///   - request: what it depends on.
  ///   - threads: how many masses are worked on at a time.
  ///   - cancellation: asked before each mass.
  ///   - advance: told how many masses are done, on the caller's thread.
  /// - Throws: the first point that fails, or that the work was cancelled.
  package init(
    computing request: TableRequest, threads: Int = Cores.available,
    cancellation: Cancellation = Cancellation(), advance: (Int) -> Void = { _ in }
  ) throws(TableFailure) {
    let grid: TableGrid
    let rule: GaussLegendreRule
    do {
      grid = try TableGrid(for: request)
      rule = try GaussLegendreRule(points: Self.order)
    } catch {
      throw .point(
        error as? ProductionError
          ?? ProductionError("no table", because: "\(error)", try: "report this"))
    }
    var numbers: [Float] = []
    var logarithms: [Double] = []
    let row = GridRow(request: request, grid: grid, rule: rule)
    let outcome = try BlockRunner(threads: threads).run(
      0..<request.masses.count, cancellation: cancellation
    ) { index throws(TableFailure) in
      do throws(ProductionError) {
        return try row.points(of: grid.mass(at: index))
      } catch {
        throw .point(error)
      }
    } merge: { index, points throws(TableFailure) in
      for point in points {
        logarithms.append(point.logarithm)
        numbers += point.coefficients
      }
      advance(index + 1)
      return .more
    }
    guard outcome.ending == .completed else { throw .cancelled }
    self.init(request: request, grid: grid, numbers: numbers, logarithms: logarithms)
  }
}

/// What it takes to compute the points of one mass.
private struct GridRow: Sendable {
  let request: TableRequest
  let grid: TableGrid
  let rule: GaussLegendreRule

  struct Point: Sendable {
    let logarithm: Double
    let coefficients: [Float]
  }

  func points(of mass: Double) throws(ProductionError) -> [Point] {
    var points: [Point] = []
    for column in 0..<request.energies.count {
      points.append(try point(mass, grid.energy(at: column, mass: mass)))
    }
    return points
  }

  private func point(_ mass: Double, _ energy: Double) throws(ProductionError) -> Point {
    var total = 0.0
    var spectrum = [Double](repeating: 0, count: CrossSectionTable.order)
    if let range = try request.range(mass: mass, energy: energy) {
      let coordinate = EmissionCoordinate(
        range: range, mass: mass, leptonMass: request.leptonMass, energy: energy)
      for constituent in request.constituents {
        let process = try request.process(mass: mass, on: constituent.atom)
        total += constituent.weight * (try process.total(at: energy)).value
        for (index, node) in rule.nodes.enumerated() {
          let place = coordinate.point(at: 0.5 * (node + 1))
          let density = try process.differential(
            in: .energyFraction, at: place.x, energy: energy)
          spectrum[index] += constituent.weight * density.value * place.slope
        }
      }
    }
    let square = mass * mass + request.leptonMass * request.leptonMass
    // A cross section of zero has no logarithm; the least number stands for it.
    return Point(
      logarithm: log(max(total, .leastNormalMagnitude) * square),
      coefficients: coefficients(of: spectrum))
  }

  /// c_1 / c_0 and so on, c_n = (2 n + 1) / 2 sum_k w_k f_k P_n(s_k).
  private func coefficients(of spectrum: [Double]) -> [Float] {
    var sums = [Double](repeating: 0, count: CrossSectionTable.order)
    for (index, node) in rule.nodes.enumerated() {
      let value = rule.weights[index] * spectrum[index]
      var (previous, current) = (1.0, node)
      sums[0] += value
      for n in 1..<sums.count {
        sums[n] += value * current
        let degree = Double(n)
        let next = ((2 * degree + 1) * node * current - degree * previous) / (degree + 1)
        (previous, current) = (current, next)
      }
    }
    return (1..<sums.count).map { n in
      sums[0] > 0 ? Float(Double(2 * n + 1) * sums[n] / sums[0]) : 0
    }
  }
}
