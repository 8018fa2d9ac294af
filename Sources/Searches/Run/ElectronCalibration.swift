// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Detectors
import Execution
import Numerics
import Quantities
import Showers

/// What electrons of the beam's width leave in the calorimeters of a stack.
///
/// The scale of a calorimeter, which turns light into energy, is the energy of electrons over the mean
/// visible energy that they leave, from full showers of electrons that meet it by themselves; the
/// shapes of such showers at some energies are what a chi-square of shapes compares with. A calorimeter
/// for hadrons has the scale of electrons, too: hadrons leave less light than that.
package struct ElectronCalibration: Hashable, Sendable {
  /// By name of calorimeter, in the order of the beam.
  package let names: [String]
  /// The scales.
  package let scales: [Estimate]
  /// The shapes of showers, by rising energy.
  package let shapes: [[ElectronTemplate.Shape]]

  /// How many electrons give the scale of the first calorimeter, 0.06 % at 50 GeV.
  private static let showers = 240
  /// How many give that of those behind it, in which little is left, and each shape.
  private static let fewer = 60
  /// The largest energy of electrons that calibrate, in GeV.
  private static let highest = 50.0
  /// The energies of shapes below that, in GeV.
  private static let energies = [0.1, 0.5, 2.5, 12.5]

  /// Simulates electrons.
  ///
  /// - Parameters:
  ///   - stack: the stack.
  ///   - tables: the tables of the stack with the cuts of a detector.
  ///   - beam: half its energy calibrates.
  ///   - threads: how many showers at a time.
  ///   - seed: the seed of random numbers.
  package init(
    of stack: DetectorStack, _ tables: LayeredTables, beam: SearchBeam, threads: Int, seed: UInt64
  ) {
    let highest = min(0.5 * beam.energy, Self.highest)
    let energies = Self.energies.filter { $0 < highest } + [highest]
    let edges = stack.block.edges
    var names: [String] = []
    var scales: [Estimate] = []
    var shapes: [[ElectronTemplate.Shape]] = []
    for part in stack.parts {
      guard case .calorimeter(let calorimeter, let sections) = part.role else { continue }
      let front = edges[part.layers.lowerBound]
      var own: [ElectronTemplate.Shape] = []
      var scale = Estimate(value: 1, error: 0)
      for energy in energies {
        var calibration = CalorimeterCalibration(
          of: calorimeter, sections, in: stack.block, energy: energy)
        let count = names.isEmpty && energy == highest ? Self.showers : Self.fewer
        _ = BlockRunner(threads: threads).run(0..<count) { index in
          var stream = RandomStream(seed: seed, name: "calibration \(energy)", event: index)
          let electron = ShowerParticle(
            .electron, energy: energy,
            position: ShowerVector(
              calorimeter.axis.x + beam.width * stream.normal(),
              calorimeter.axis.y + beam.width * stream.normal(), front))
          var record: LayeredRecord?
          _ = LayeredSimulation(tables, beam: electron).run(
            events: 1, seed: stream.next(), records: { record = $0 })
          return record
        } merge: { _, record in
          if let record { calibration.add(record) }
          return .more
        }
        if let shape = calibration.shape { own.append(shape) }
        let mean = calibration.meanVisible
        if energy == highest, mean > 0 {
          let error = (calibration.rmsVisible ?? 0) / Double(calibration.count).squareRoot()
          scale = Estimate(value: energy / mean, error: energy / mean * error / mean)
        }
      }
      names.append(part.name)
      scales.append(scale)
      shapes.append(own)
    }
    self.init(names: names, scales: scales, shapes: shapes)
  }

  /// A calibration from its numbers, each row in the order of names.
  package init(names: [String], scales: [Estimate], shapes: [[ElectronTemplate.Shape]]) {
    self.names = names
    self.scales = scales
    self.shapes = shapes
  }

  /// The scales by name.
  package var byName: [String: Double] {
    Dictionary(zip(names, scales.map(\.value))) { first, _ in first }
  }

  /// The shapes by name.
  package var templates: [String: ElectronTemplate] {
    Dictionary(
      zip(names, shapes).compactMap { name, shapes in
        ElectronTemplate(shapes).map { (name, $0) }
      }
    ) { first, _ in first }
  }
}
