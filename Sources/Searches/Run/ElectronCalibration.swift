// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Detectors
import Execution
import Numerics
import Quantities
import Showers

/// What electrons leave visible in the calorimeters of a stack: the scales that turn light into energy.
///
/// The scale of a calorimeter is the energy of electrons over the mean visible energy that they leave,
/// from full showers of electrons that meet it by themselves.
package struct ElectronCalibration: Hashable, Sendable {
  /// By name of calorimeter, in the order of the beam.
  package let names: [String]
  /// The scales.
  package let scales: [Estimate]

  /// How many electrons calibrate a calorimeter.
  private static let showers = 60
  /// The largest energy of electrons that calibrate, in GeV.
  private static let highest = 50.0

  /// Simulates electrons.
  ///
  /// - Parameters:
  ///   - stack: the stack.
  ///   - tables: the tables of the stack with the cuts of a detector.
  ///   - energy: of the beam in GeV; half of it calibrates.
  ///   - threads: how many showers at a time.
  ///   - seed: the seed of random numbers.
  package init(
    of stack: DetectorStack, _ tables: LayeredTables, energy: Double, threads: Int, seed: UInt64
  ) {
    let energy = min(0.5 * energy, Self.highest)
    let edges = stack.block.edges
    var names: [String] = []
    var scales: [Estimate] = []
    for part in stack.parts {
      guard case .calorimeter(let calorimeter, let sections) = part.role else { continue }
      let front = edges[part.layers.lowerBound]
      let electron = ShowerParticle(
        .electron, energy: energy,
        position: ShowerVector(calorimeter.axis.x, calorimeter.axis.y, front))
      var sum = 0.0
      var squares = 0.0
      _ = LayeredSimulation(tables, beam: electron).run(
        events: Self.showers, seed: seed, runner: BlockRunner(threads: threads),
        records: { record in
          let visible = sections.indices.reduce(0) { $0 + record.sections[$1] }
          sum += visible
          squares += visible * visible
        })
      let n = Double(Self.showers)
      let mean = sum / n
      let error = (max(0, squares / n - mean * mean) / (n - 1)).squareRoot()
      names.append(part.name)
      scales.append(Estimate(value: energy / mean, error: energy / mean * error / mean))
    }
    self.names = names
    self.scales = scales
  }

  /// A calibration from what is kept of it.
  package init(names: [String], scales: [Estimate]) {
    self.names = names
    self.scales = scales
  }

  /// The scales by name.
  package var byName: [String: Double] {
    Dictionary(zip(names, scales.map(\.value))) { first, _ in first }
  }
}
