// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Kinematics
import Testing

@Suite("Two-body decays in the laboratory")
struct TwoBodyDecayLaboratoryTests {
  private static let muon = 0.1056583755

  /// Decays of all kinds: one and two daughters slower or faster than their parent.
  private static let cases: [(Double, Double, Double, Double)] = [
    (0.411, muon, muon, 0.2), (0.411, muon, muon, 1.0), (0.411, muon, muon, 5), (1, 0, 0, 0.3),
    (1, 0, 0, 40), (1, 0.1, 0.8, 0.05), (1, 0.1, 0.8, 0.5), (1, 0.1, 0.8, 30), (1, 0, 0.5, 2),
    (1, 0.49, 0.49, 3), (0.493677, muon, 0.3, 152), (1, 0.3, 0.1, 1e-3),
  ]

  @Test("muons from 411 MeV at 139 GeV, at right angles to the flight, open by 5.072 mrad")
  func reference() throws {
    let decay = try TwoBodyDecay(of: 0.411, into: Self.muon, Self.muon)
    let betaGamma = (139.0 * 139 - 0.411 * 0.411).squareRoot() / 0.411
    let angle = decay.transverseOpeningAngle(betaGamma: betaGamma)
    #expect(abs(angle - 5.072e-3) < 5e-7)
    #expect(abs(angle - 2 * atan(decay.momentum / (0.2055 * betaGamma))) < 1e-17)
    // It is a minimum there only locally: the muons are slower than their parent and may follow
    // each other.
    let range = decay.openingAngleRange(betaGamma: betaGamma)
    #expect(range.lowerBound == 0)
    #expect(range.upperBound > 1.1 * angle)
    #expect(decay.openingAngle(cosine: 0.1, betaGamma: betaGamma) > angle)
  }

  @Test(
    "without masses the smallest opening is 2 asin(M/E), and it is the transverse one",
    arguments: [0.1, 3, 1e4])
  func massless(_ betaGamma: Double) throws {
    let decay = try TwoBodyDecay(of: 1, into: 0, 0)
    let exact = 2 * atan(1 / betaGamma)
    let range = decay.openingAngleRange(betaGamma: betaGamma)
    #expect(abs(range.lowerBound - exact) <= 1e-14 * exact)
    #expect(abs(decay.transverseOpeningAngle(betaGamma: betaGamma) - exact) <= 1e-15 * exact)
    #expect(range.upperBound == .pi)
  }

  @Test("ranges hold and touch what a fine scan of decay angles finds", arguments: cases)
  func scan(_ parent: Double, _ m1: Double, _ m2: Double, _ betaGamma: Double) throws {
    let decay = try TwoBodyDecay(of: parent, into: m1, m2)
    let openings = decay.openingAngleRange(betaGamma: betaGamma)
    let energies = decay.firstEnergyRange(betaGamma: betaGamma)
    let widest = decay.firstMaximalAngle(betaGamma: betaGamma)
    let flight = ThreeVector(0, 0, parent * betaGamma)
    var (least, most, angle, low, high) = (Double.pi, 0.0, 0.0, Double.infinity, 0.0)
    let points = 20_000
    for index in 0...points {
      let theta = Double.pi * Double(index) / Double(points)
      let (first, second) = decay.daughters(
        ofParentWith: flight, first: Direction(polarAngle: theta, azimuth: 0.3))
      let opening = first.momentum.angle(to: second.momentum)
      let formula = decay.openingAngle(cosine: cos(theta), betaGamma: betaGamma)
      #expect(abs(opening - formula) < 1e-7)
      least = min(least, opening)
      most = max(most, opening)
      angle = max(angle, first.momentum.polarAngle)
      low = min(low, first.energy)
      high = max(high, first.energy)
    }
    #expect(abs(openings.lowerBound - least) < 1e-6 && abs(openings.upperBound - most) < 1e-6)
    #expect(least >= openings.lowerBound - 1e-9 && most <= openings.upperBound + 1e-9)
    #expect(abs(widest - angle) < 1e-6)
    #expect(abs(energies.lowerBound - low) <= 1e-14 * low)
    #expect(abs(energies.upperBound - high) <= 1e-14 * high)
  }

  @Test("at rest, at threshold and with a fast parent the limits are what they must be")
  func limits() throws {
    let decay = try TwoBodyDecay(of: 1, into: 0.2, 0.3)
    #expect(decay.openingAngleRange(betaGamma: 0) == .pi ... .pi)
    #expect(decay.firstEnergyRange(betaGamma: 0) == decay.firstEnergy...decay.firstEnergy)
    #expect(decay.firstMaximalAngle(betaGamma: 0) == .pi)
    let still = try TwoBodyDecay(of: 0.5, into: 0.2, 0.3)
    #expect(still.openingAngleRange(betaGamma: 2) == 0...0)
    #expect(still.firstMaximalAngle(betaGamma: 2) == 0)
    let photon = try TwoBodyDecay(of: 1, into: 0, 0)
    let range = photon.firstEnergyRange(betaGamma: 1e6)
    let exact = 0.5 / (1e6 + (1 + 1e12).squareRoot())
    #expect(abs(range.lowerBound - exact) <= 1e-15 * exact)
    #expect(photon.firstMaximalAngle(betaGamma: 1e6) == .pi)
  }
}
