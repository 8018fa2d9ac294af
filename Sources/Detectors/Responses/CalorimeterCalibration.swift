// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Numerics
import Showers

/// What showers of one energy say about a calorimeter: its scale, its resolution, the shape of showers.
///
///     var calibration = CalorimeterCalibration(of: ecal, sections, in: block, energy: 100)
///     for record in records { calibration.add(record) }
///     calibration.scale                  // GeV of beam per visible GeV
///     calibration.terms                  // of the resolution
package struct CalorimeterCalibration: Sendable {
  /// One term of the resolution, relative to the energy.
  package struct Term: Hashable, Sendable {
    /// Where it comes from.
    package let name: String
    /// sigma / E.
    package let relative: Double
  }

  /// The energy of the showers in GeV.
  package let energy: Double

  private let calorimeter: SamplingCalorimeter
  private let sections: SamplingCalorimeter.Sections
  private let cellOffsets: [Int]
  private var sample: ElectronTemplate.Sample
  private var deviations = 0.0

  /// How many showers were taken.
  package private(set) var count = 0
  /// The mean visible energy in GeV; zero without showers.
  package private(set) var meanVisible = 0.0

  /// Prepares to take showers.
  /// - Parameters:
  ///   - calorimeter: the calorimeter.
  ///   - sections: its sections in the block.
  ///   - block: the block.
  ///   - energy: the energy of the showers in GeV.
  package init(
    of calorimeter: SamplingCalorimeter, _ sections: SamplingCalorimeter.Sections,
    in block: LayeredBlock, energy: Double
  ) {
    self.calorimeter = calorimeter
    self.sections = sections
    self.energy = energy
    cellOffsets = block.cellOffsets
    sample = ElectronTemplate.Sample(energy: energy)
  }

  /// Takes a shower.
  package mutating func add(_ record: LayeredRecord) {
    let cells = calorimeter.cells.count
    var row = [Double](repeating: 0, count: cells + 1)
    var squares = row
    var sum = 0.0
    for section in sections.indices {
      let offset = cellOffsets[section]
      var part = 0.0
      for cell in 0..<cells {
        let energy = record.cells[offset + cell]
        row[cell] += energy
        squares[cell] += energy * energy
        part += energy
        if section == sections.preshower { squares[cells] += energy * energy }
      }
      sum += part
      if section == sections.preshower { row[cells] = part }
    }
    count += 1
    let distance = sum - meanVisible
    meanVisible += distance / Double(count)
    deviations += distance * (sum - meanVisible)
    guard sum > 0 else { return }
    sample.add(row.map { $0 / sum }, squares: squares.map { $0 / (sum * sum) })
  }

  /// The rms of the visible energy in GeV; nil for less than two showers.
  package var rmsVisible: Double? {
    count > 1 ? (deviations / Double(count - 1)).squareRoot() : nil
  }

  /// The energy of the beam over the mean visible energy; nil where nothing is seen.
  package var scale: Double? { meanVisible > 0 ? energy / meanVisible : nil }

  /// The mean shape of the showers; nil for less than two.
  package var shape: ElectronTemplate.Shape? { sample.shape }

  /// The terms of the resolution at the energy of the showers, which add in quadrature.
  ///
  ///     photostatistics 1 / sqrt(k E),  gain c sqrt(<Sum s_i^2>),  noise n sqrt(N) / E
  ///
  /// k: photoelectrons per energy; c, n: rms of gain and noise of a cell; s_i: shares of the cells
  /// of all sections, each read by itself; N: their number. The first term, sampling, is the rms of
  /// the showers.
  package var terms: [Term] {
    var terms: [Term] = []
    func add(_ name: String, _ relative: Double) {
      if relative > 0 { terms.append(Term(name: name, relative: relative)) }
    }
    if let rmsVisible, meanVisible > 0 { add("sampling and leakage", rmsVisible / meanVisible) }
    let readout = calorimeter.readout
    if let k = readout.photoelectrons { add("photostatistics", 1 / (k * energy).squareRoot()) }
    if let shape {
      let squares = shape.squares.dropLast().reduce(0, +)
      add("gain of cells", readout.calibrationError * squares.squareRoot())
    }
    let cells = Double(sections.indices.count * calorimeter.cells.count)
    add("noise of cells", readout.noise * cells.squareRoot() / energy)
    add("declared besides", calorimeter.resolution.sigma(at: energy) / energy)
    return terms
  }

  /// All terms in quadrature.
  package var resolution: Double {
    terms.reduce(0) { $0 + $1.relative * $1.relative }.squareRoot()
  }
}
