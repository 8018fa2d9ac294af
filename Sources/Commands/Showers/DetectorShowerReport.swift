// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Detectors
import Execution
import Quantities
import Showers

/// What showers left in a detector, and what it measures of them.
struct DetectorShowerReport: Sendable {
  /// What was asked.
  let request: DetectorShowerRequest
  /// What was scored.
  let tally: LayeredTally
  /// Scale, resolution and shape.
  let calibration: CalorimeterCalibration
  /// What is measured, by observable.
  let observables: [Spread]
  /// Processor time of all showers, in seconds.
  let processorSeconds: Double

  /// Whether the work was interrupted before the last shower.
  var isPartial: Bool { tally.events < request.events }

  /// A number of each shower that has it: mean and spread, NaN where too few do.
  struct Spread: Hashable, Sendable {
    let mean: Double
    let rms: Double
    /// How many showers have it.
    let events: Int
  }

  /// Simulates the showers on several threads; the same numbers for any number of them.
  ///
  /// - Parameters:
  ///   - request: What is asked.
  ///   - simulation: The tables, made before the clock starts.
  ///   - threads: How many blocks of showers to work on at a time.
  ///   - progress: The line on the terminal.
  init(
    _ request: DetectorShowerRequest, simulation: LayeredSimulation, threads: Int,
    progress: Progress
  ) {
    var progress = progress
    var measurement = DetectorMeasurement(of: request)
    let began = ProcessorClock.seconds()
    let run = Interruption.heeded { cancellation in
      simulation.run(
        events: request.events, seed: UInt64(request.seed), runner: BlockRunner(threads: threads),
        cancellation: cancellation, progress: { progress.update(done: $0) },
        records: { measurement.add($0) })
    }
    processorSeconds = ProcessorClock.seconds() - began
    progress.finish()
    self.request = request
    tally = run.tally
    observables = measurement.finish()
    calibration = measurement.calibration
  }

  /// Some pairs of layers: the depth of their middle in X0, and the visible energy of a pair.
  struct Slab: Hashable, Sendable {
    let depth: Double
    let mean: Double
  }

  /// How many pairs of layers make a slab of the profile: about one radiation length.
  var pairsPerSlab: Int {
    let calorimeter = request.calorimeter
    let pair = calorimeter.radiationLengths / Double(calorimeter.layers)
    return pair > 0 ? min(max(Int((1 / pair).rounded()), 1), calorimeter.layers) : 1
  }

  /// The visible energy of a pair of layers by depth; the last slab may have fewer pairs.
  var longitudinal: [Slab] {
    let calorimeter = request.calorimeter
    guard tally.events > 0 else { return [] }
    let pair = calorimeter.radiationLengths / Double(calorimeter.layers)
    return stride(from: 0, to: calorimeter.layers, by: pairsPerSlab).map { first in
      let layers = first..<min(first + pairsPerSlab, calorimeter.layers)
      let sum = layers.reduce(0) { $0 + tally.layer($1).mean }
      return Slab(
        depth: 0.5 * Double(layers.lowerBound + layers.upperBound) * pair,
        mean: sum / Double(layers.count))
    }
  }

  /// The mean share of each cell, row by row from the top.
  var cellShares: [[Double]] {
    guard let shape = calibration.shape else { return [] }
    let columns = request.calorimeter.cells.columns
    return (0..<request.calorimeter.cells.rows).reversed().map { row in
      Array(shape.mean[row * columns..<(row + 1) * columns])
    }
  }

  /// Where energy goes that is not seen.
  static let leaks: [(name: String, total: LayeredTally.Total)] = [
    ("front", .front), ("back", .back), ("side", .side),
  ]

  /// Processor time of a shower in seconds; nil without showers.
  var processorSecondsPerEvent: Double? {
    tally.events > 0 ? processorSeconds / Double(tally.events) : nil
  }

  /// What holds for all of it, each in one sentence.
  var remarks: [String] {
    let calibrating = DetectorMeasurement.calibrating
    var remarks = [
      tally.events > calibrating
        ? "observables use the scale and the template of the first \(calibrating) showers"
        : "scale and template of the chi-square are those of these showers themselves"
    ]
    if let least = observables.map(\.events).min(), least < tally.events, tally.events > 1 {
      remarks.append("means leave out showers without light, which have no shape")
    }
    let unstated = request.calorimeter.readout
    if unstated.noise == 0, unstated.photoelectrons == nil, unstated.calibrationError == 0 {
      remarks.append("the card declares neither noise nor photostatistics nor gains of its cells")
    }
    if tally.events == 1 { remarks.append("a single shower has neither spread nor error") }
    return remarks
  }
}
