// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Detectors
import Execution
import Showers

/// What becomes visible behind a calorimeter of the energy that leaves it at the back.
///
/// The ends of showers are alike: soft photons, and the electrons that they make. Showers of electrons
/// that begin eight radiation lengths before the back say how much of the energy that leaves each
/// section behind shows, on the average.
package struct LeakageShares: Hashable, Sendable {
  /// For each section of the stack, visible energy over energy that leaves; zero for the calorimeter's
  /// own.
  package let shares: [Double]

  /// How many showers are simulated.
  private static let showers = 300
  /// The energy of their electrons in GeV.
  private static let energy = 1.0
  /// Where they begin, in radiation lengths before the back.
  private static let distance = 8.0

  /// Takes shares that are kept.
  package init(shares: [Double]) { self.shares = shares }

  /// Simulates showers at the back of the first calorimeter of a stack.
  ///
  /// - Parameters:
  ///   - stack: the stack.
  ///   - tables: its tables with the cuts of a detector.
  ///   - scale: the energy of an electron in the calorimeter over its visible energy.
  ///   - threads: how many showers at a time.
  package init(
    behind stack: DetectorStack, _ tables: LayeredTables, scale: Double, threads: Int
  ) {
    var visible = [Double](repeating: 0, count: stack.block.sections.count)
    var leaving = 0.0
    let first = stack.parts.lazy.compactMap { part in
      if case .calorimeter(let calorimeter, let sections) = part.role {
        (calorimeter, sections, part)
      } else {
        nil
      }
    }.first
    if let (calorimeter, sections, part) = first {
      let edges = stack.block.edges
      let front = edges[part.layers.lowerBound]
      let back = edges[part.layers.upperBound]
      let length = Self.distance * (back - front) / calorimeter.radiationLengths
      let electron = ShowerParticle(
        .electron, energy: Self.energy,
        position: ShowerVector(
          calorimeter.axis.x, calorimeter.axis.y, max(front, back - length)))
      _ = LayeredSimulation(tables, beam: electron).run(
        events: Self.showers, seed: 2, runner: BlockRunner(threads: threads),
        records: { record in
          let own = sections.indices.reduce(0) { $0 + record.sections[$1] }
          leaving += Self.energy - scale * own - record.front - record.side
          for section in visible.indices where !sections.indices.contains(section) {
            visible[section] += record.sections[section]
          }
        })
    }
    shares = visible.map { leaving > 0 ? max(0, $0 / leaving) : 0 }
  }
}
