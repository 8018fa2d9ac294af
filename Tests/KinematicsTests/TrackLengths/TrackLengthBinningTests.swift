// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Kinematics
import Quantities
import Testing

@Suite("TrackLengthBinning")
struct TrackLengthBinningTests {
  private func coarseEdges(_ binning: TrackLengthBinning) -> [Double] {
    binning.coarseStarts.map { binning.edges[$0] }
  }

  @Test("10 MeV to 100 GeV: coarse edges at 10 MeV times 10^(i/8), decades exactly")
  func coarse() throws {
    let binning = try TrackLengthBinning(from: .mev(10), to: .gev(100))
    let edges = coarseEdges(binning)
    #expect(binning.coarseCount == 32)
    for (index, edge) in edges.enumerated() {
      let exact = 0.01 * pow(10, Double(index) / 8)
      #expect(abs(edge - exact) <= 1e-15 * exact)
    }
    #expect(stride(from: 0, through: 32, by: 8).map { edges[$0] } == [0.01, 0.1, 1, 10, 100])
  }

  @Test("fine bins: at most a 400th of the top energy in the upper half, 32 a decade below")
  func fine() throws {
    let binning = try TrackLengthBinning(from: .mev(10), to: .gev(100))
    #expect(binning.count == 350)
    for bin in 0..<binning.count {
      let (low, high) = (binning.edges[bin], binning.edges[bin + 1])
      if low > 42.2 {
        #expect(high - low <= 0.25 && high - low > 0.24)
      } else if high < 42.1 {
        #expect(abs(log10(high / low) - 1.0 / 32) < 1e-14)
      }
    }
  }

  @Test("ends off the grid cut the first and the last coarse bin")
  func cutEnds() throws {
    let edges = coarseEdges(try TrackLengthBinning(from: .mev(7), to: .gev(1.2)))
    #expect(edges.first == 0.007 && edges.last == 1.2)
    #expect(abs(edges[1] - 0.01 / pow(10, 0.125)) < 1e-17)
    #expect(edges[2] == 0.01)
    #expect(edges[edges.count - 2] == 1)
    // Ends that are edges but for rounding leave no sliver.
    let almost = try TrackLengthBinning(from: .gev(0.01.nextDown), to: .gev(100.0.nextUp))
    #expect(almost.coarseCount == 32)
  }

  @Test("impossible ranges are refused in a sentence")
  func refusals() {
    for (low, high) in [(1.0, 1.0), (2, 1), (0, 1), (.nan, 1), (1, .infinity)] {
      #expect(throws: TrackLengthError.self) {
        try TrackLengthBinning(from: .gev(low), to: .gev(high))
      }
    }
    let error = #expect(throws: TrackLengthError.self) {
      try TrackLengthBinning(from: .gev(2), to: .mev(10))
    }
    #expect(
      error?.description
        == "invalid energies 2 GeV to 10 MeV of a track-length spectrum (must increase, within "
        + "1 eV and 1 EeV) give the lowest energy that is followed and the energy of the beam")
  }
}
