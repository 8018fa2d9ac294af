// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Foundation
import Kinematics
import Numerics
import Production
import Testing

@Suite("The exact amplitude of bremsstrahlung")
struct ExactAmplitudeTests {
  /// The masses and energies of the points, in GeV, low enough for traces to keep their digits.
  static let beams = [
    BeamKinematics(energy: 2, leptonMass: 0.1056583755, bosonMass: 0.3, nucleusMass: 0.938),
    BeamKinematics(energy: 3, leptonMass: 0.5, bosonMass: 0.1, nucleusMass: 4),
    BeamKinematics(energy: 1, leptonMass: 0.2, bosonMass: 0.2, nucleusMass: 20),
    BeamKinematics(energy: 8, leptonMass: 0.3, bosonMass: 2, nucleusMass: 12),
  ]

  @Test("equals traces of Dirac matrices over 8 M^2, to 1e-9", arguments: LorentzStructure.allCases)
  func traces(_ structure: LorentzStructure) throws {
    var stream = RandomStream(seed: 5, name: "traces")
    for beam in Self.beams {
      let amplitude = ExactAmplitude(
        structure, bosonMass: beam.bosonMass, leptonMass: beam.leptonMass)
      var count = 0
      for _ in 0..<100 {
        guard let draw = RecoilDraw(beam, from: &stream) else { continue }
        let trace = Self.trace(draw)
        let value = amplitude(draw.recoil, at: draw.risen, azimuth: draw.azimuth)
        let expected = trace.square(structure) / (8 * beam.nucleusMass * beam.nucleusMass)
        // Close to t_min the traces are what loses digits: measure against the size of one diagram.
        let scale = max(expected.magnitude, 1e-4 * Self.size(draw))
        #expect((value - expected).magnitude <= 1e-9 * scale, "\(value) \(expected) \(draw)")
        count += 1
      }
      #expect(count > 50, "too few points: \(count)")
    }
  }

  @Test("the vector current is conserved: the amplitude along k vanishes")
  func ward() throws {
    var stream = RandomStream(seed: 6, name: "ward")
    for beam in Self.beams {
      for _ in 0..<20 {
        guard let draw = RecoilDraw(beam, from: &stream) else { continue }
        let trace = Self.trace(draw)
        let along = trace.diagrams(SpinorMatrix.slash(trace.boson))
        let square = trace.spinSum(along, along)
        let whole = trace.square(.vector) * beam.bosonMass * beam.bosonMass
        #expect(square.magnitude <= 1e-9 * whole.magnitude)
      }
    }
  }

  @Test(
    "is positive down to 1 keV at 1 TeV and 10 MeV, up to 10 GeV",
    arguments: LorentzStructure.allCases)
  func positivity(_ structure: LorentzStructure) {
    var stream = RandomStream(seed: 7, name: "positivity")
    for (energy, boson, lepton, nucleus) in [
      (100, 1e-6, 0.511e-3, 193.0), (1000, 1e-6, 0.511e-3, 0.938), (1000, 10, 0.511e-3, 193),
      (1000, 10, 0.1056, 0.938), (0.01, 1e-6, 0.511e-3, 193), (0.01, 5e-3, 0.511e-3, 0.938),
      (160, 1e-6, 0.1056, 193), (100, 0.0167, 0.511e-3, 193), (20, 5, 0.511e-3, 193),
    ] {
      let beam = BeamKinematics(
        energy: energy, leptonMass: lepton, bosonMass: boson, nucleusMass: nucleus)
      let amplitude = ExactAmplitude(structure, bosonMass: boson, leptonMass: lepton)
      var count = 0
      for _ in 0..<2000 {
        guard let draw = RecoilDraw(beam, from: &stream) else { continue }
        let value = amplitude(draw.recoil, at: draw.risen, azimuth: draw.azimuth)
        // Next to t_min, where t - t_min is a small part of t, rounding is what is left.
        guard draw.risen > 1e-6 * draw.recoil.leastTransfer else { continue }
        #expect(value > 0, "\(structure) \(draw)")
        count += 1
      }
      #expect(count > 500, "too few points: \(count)")
    }
  }

  /// The traces of a point.
  private static func trace(_ draw: RecoilDraw) -> BremsstrahlungTrace {
    let beam = draw.recoil.emission.beam
    let state = BremsstrahlungFinalState(
      draw.recoil, risen: draw.risen, azimuth: draw.azimuth)
    let nucleus = FourVector(energy: beam.nucleusMass, momentum: .zero)
    return BremsstrahlungTrace(
      before: FourVector(energy: beam.energy, momentum: ThreeVector(0, 0, beam.momentum)),
      after: FourVector(state.lepton), boson: FourVector(state.boson),
      nuclei: nucleus + FourVector(state.nucleus), leptonMass: beam.leptonMass,
      bosonMass: beam.bosonMass)
  }

  /// The size of the largest term, 8 t E^2 / U^2.
  private static func size(_ draw: RecoilDraw) -> Double {
    let u = draw.recoil.virtuality
    let e = draw.recoil.emission.beam.energy
    return 8 * (draw.recoil.leastTransfer + draw.risen) * e * e / (u * u)
  }
}
