// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Numerics
import Showers

/// Turns what a shower left in a calorimeter into what is measured.
///
/// Visible energy is brought to the energy of an electron by one scale, each cell of each section
/// is read out by itself (photostatistics, gain, noise), and all cells together are multiplied by
/// the resolution that is declared beyond that, whose noise is added to the sum. Every observable
/// comes from these cells, but for the depth and the length, which come from the visible energy of
/// the layers. An event whose cells sum up to zero or less has no shape: what describes one is NaN,
/// which passes no cut.
///
///     var response = CalorimeterResponse(of: ecal, sections, in: block, scale: 9.13)
///     response.read(record, into: &values, &random)
package struct CalorimeterResponse: Sendable {
  /// The calorimeter.
  package let calorimeter: SamplingCalorimeter
  /// The energy of an electron over its visible energy.
  package let scale: Double
  /// The shower of an electron, for the chi-square; without it that is NaN.
  package var template: ElectronTemplate?

  private let sections: SamplingCalorimeter.Sections
  private let cellOffsets: [Int]
  /// Layers in the record, and where their middles are, in mm behind the front face.
  private let layers: Range<Int>
  private let depths: [Double]
  /// The middle of each cell, from the beam axis.
  private let middles: [(x: Double, y: Double)]
  /// Shares of the cells and of the preshower of the event being read.
  private var shares: [Double]

  /// Prepares to read a calorimeter.
  /// - Parameters:
  ///   - calorimeter: the calorimeter.
  ///   - sections: its sections in the block.
  ///   - block: the block.
  ///   - scale: the energy of an electron over its visible energy.
  ///   - template: the shower of an electron.
  package init(
    of calorimeter: SamplingCalorimeter, _ sections: SamplingCalorimeter.Sections,
    in block: LayeredBlock, scale: Double, template: ElectronTemplate? = nil
  ) {
    self.calorimeter = calorimeter
    self.sections = sections
    self.scale = scale
    self.template = template
    cellOffsets = block.cellOffsets
    let active = block.activeLayers
    let own = active.indices.filter { index in
      block.layers[active[index]].section.map { sections.indices.contains($0) } ?? false
    }
    let range = (own.first ?? 0)..<((own.last ?? -1) + 1)
    let edges = block.edges
    let front = own.first.map { edges[max(active[$0] - 1, 0)] } ?? 0
    layers = range
    depths = range.map { 0.5 * (edges[active[$0]] + edges[active[$0] + 1]) - front }
    let axis = calorimeter.axis
    middles = (0..<calorimeter.cells.count).map { cell in
      let middle = calorimeter.cells.middle(of: cell)
      return (middle.x - axis.x, middle.y - axis.y)
    }
    shares = [Double](repeating: 0, count: calorimeter.cells.count + 1)
  }

  /// How many numbers an event gives, in the order of ``CalorimeterObservable``.
  package static let count = CalorimeterObservable.allCases.count

  /// Measures an event.
  /// - Parameters:
  ///   - record: what the shower left.
  ///   - values: takes one number for each ``CalorimeterObservable``.
  ///   - random: the random numbers of the event.
  package mutating func read(
    _ record: LayeredRecord, into values: UnsafeMutableBufferPointer<Double>,
    _ random: inout RandomStream
  ) {
    let cells = calorimeter.cells.count
    let readout = calorimeter.readout
    for cell in 0..<cells { shares[cell] = 0 }
    var preshower = 0.0
    for section in sections.indices {
      let offset = cellOffsets[section]
      var sum = 0.0
      for cell in 0..<cells {
        let energy = readout.read(scale * record.cells[offset + cell], &random)
        shares[cell] += energy
        sum += energy
      }
      if section == sections.preshower { preshower = sum }
    }
    var energy = 0.0
    for cell in 0..<cells { energy += shares[cell] }
    let factor = calorimeter.resolution.factor(at: energy, &random)
    func set(_ observable: CalorimeterObservable, _ value: Double) {
      values[observable.rawValue] = value
    }
    let central = calorimeter.centralCell.map { shares[$0] } ?? 0
    set(.energy, factor * energy + calorimeter.resolution.noise(&random))
    set(.preshower, factor * preshower)
    set(.central, factor * central)
    set(.r, energy > 0 ? 1 - central / energy : .nan)
    let (depth, length) = longitudinalMoments(record)
    set(.depth, depth)
    set(.length, length)
    let lateral = lateralMoments(energy)
    set(.x, lateral.x)
    set(.y, lateral.y)
    set(.width, lateral.width)
    if energy > 0 { for cell in 0..<cells { shares[cell] /= energy } }
    shares[cells] = energy > 0 ? preshower / energy : 0
    set(.chi2, chiSquare(energy))
  }

  private func chiSquare(_ energy: Double) -> Double {
    guard let template, energy > 0 else { return .nan }
    return shares.withUnsafeBufferPointer {
      template.chiSquare(
        $0, energy: energy, readout: calorimeter.readout, sections: sections.indices.count)
    }
  }

  private func longitudinalMoments(_ record: LayeredRecord) -> (mean: Double, rms: Double) {
    var (sum, first, second) = (0.0, 0.0, 0.0)
    for (index, depth) in zip(layers, depths) {
      let energy = record.layers[index]
      sum += energy
      first += energy * depth
      second += energy * depth * depth
    }
    guard sum > 0 else { return (.nan, .nan) }
    let mean = first / sum
    return (mean, max(0, second / sum - mean * mean).squareRoot())
  }

  private func lateralMoments(_ energy: Double) -> (x: Double, y: Double, width: Double) {
    guard energy > 0 else { return (.nan, .nan, .nan) }
    var (x, y, square) = (0.0, 0.0, 0.0)
    for cell in middles.indices {
      let middle = middles[cell]
      x += shares[cell] * middle.x
      y += shares[cell] * middle.y
      square += shares[cell] * (middle.x * middle.x + middle.y * middle.y)
    }
    x /= energy
    y /= energy
    // Noise below zero can make the sum of squares negative.
    return (x, y, max(0, square / energy - x * x - y * y).squareRoot())
  }
}
