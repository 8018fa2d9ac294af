// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Detectors
import Numerics
import Showers

/// Measures showers one after the other, without keeping them.
///
/// The first of them give the scale and the template of the chi-square, and wait for these; those
/// that follow do not.
struct DetectorMeasurement: Sendable {
  /// How many showers calibrate.
  static let calibrating = 1000

  /// Scale, resolution and shape of all showers.
  private(set) var calibration: CalorimeterCalibration

  private let request: DetectorShowerRequest
  private var waiting: [LayeredRecord] = []
  private var response: CalorimeterResponse?
  private var values: [Double]
  private var sums: [ObservableSum]
  private var events = 0

  /// Prepares to take showers.
  init(of request: DetectorShowerRequest) {
    self.request = request
    calibration = CalorimeterCalibration(
      of: request.calorimeter, request.sections, in: request.block, energy: request.energy.gev)
    values = [Double](repeating: 0, count: CalorimeterResponse.count)
    sums = [ObservableSum](repeating: ObservableSum(), count: CalorimeterResponse.count)
  }

  /// Takes the next shower.
  mutating func add(_ record: LayeredRecord) {
    calibration.add(record)
    if response != nil {
      measure(record)
    } else {
      waiting.append(record)
      if waiting.count == Self.calibrating { calibrate() }
    }
  }

  /// What the showers gave, by observable; empty without showers.
  mutating func finish() -> [DetectorShowerReport.Spread] {
    if response == nil { calibrate() }
    return events > 0 ? sums.map(\.spread) : []
  }

  private mutating func calibrate() {
    response = CalorimeterResponse(
      of: request.calorimeter, request.sections, in: request.block,
      scale: calibration.scale ?? 1,
      template: calibration.shape.flatMap { ElectronTemplate([$0]) })
    for record in waiting { measure(record) }
    waiting = []
  }

  private mutating func measure(_ record: LayeredRecord) {
    var random = RandomStream(seed: UInt64(request.seed), name: "response", event: events)
    values.withUnsafeMutableBufferPointer { response?.read(record, into: $0, &random) }
    for index in values.indices { sums[index].add(values[index]) }
    events += 1
  }
}

/// Sums of a number over the events that have it, about the first one, so that a narrow spread far
/// from zero loses no digits.
private struct ObservableSum: Sendable {
  private var first = 0.0
  private var sum = CompensatedSum()
  private var squares = CompensatedSum()
  private var events = 0

  mutating func add(_ value: Double) {
    guard value.isFinite else { return }
    if events == 0 { first = value }
    let distance = value - first
    sum.add(distance)
    squares.add(distance * distance)
    events += 1
  }

  var spread: DetectorShowerReport.Spread {
    let count = Double(events)
    let shift = sum.value / count
    let variance = max(squares.value / count - shift * shift, 0) * count / (count - 1)
    return DetectorShowerReport.Spread(
      mean: events > 0 ? first + shift : .nan, rms: events > 1 ? variance.squareRoot() : .nan,
      events: events)
  }
}
