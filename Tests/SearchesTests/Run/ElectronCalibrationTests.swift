// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Detectors
import Numerics
import Searches
import Testing

@Suite("Calibrations with electrons")
struct ElectronCalibrationTests {
  private static let calibration = ElectronCalibration(
    names: ["ecal", "hcal"],
    scales: [Estimate(value: 9.1, error: 0.01), Estimate(value: 20, error: 0.1)],
    shapes: [
      [
        .init(energy: 0.5, mean: [0.7, 0.3, 0.1], rms: [0.2, 0.1, 0.05], squares: [0.5, 0.1, 0]),
        .init(
          energy: 50, mean: [0.8, 0.2, 0.02], rms: [0.1, 0.05, 0.01], squares: [0.6, 0.05, 0]),
      ], [],
    ])

  @Test("bytes give the same calibration back")
  func roundTrip() {
    let bytes = Self.calibration.bytes
    #expect(ElectronCalibration(names: ["ecal", "hcal"], bytes: bytes) == Self.calibration)
    #expect(Self.calibration.templates.keys.sorted() == ["ecal"])
  }

  @Test("bytes of other calorimeters, or of none, are refused", arguments: [0, 8, 23, 24, 80])
  func damaged(_ count: Int) {
    let bytes = Self.calibration.bytes
    #expect(ElectronCalibration(names: ["ecal", "hcal"], bytes: Array(bytes.prefix(count))) == nil)
    #expect(ElectronCalibration(names: ["ecal"], bytes: bytes) == nil)
    #expect(ElectronCalibration(names: ["ecal", "hcal", "tail"], bytes: bytes) == nil)
  }
}
