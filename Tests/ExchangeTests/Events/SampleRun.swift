// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Kinematics
import Numerics

/// Runs to write: electrons of 100 GeV on tungsten make X, which decays into a pair.
enum SampleRun {
  static let electronMass = 0.000_510_998_95
  static let nucleusMass = 171.3
  static let nucleus: Int32 = 1_000_741_840

  /// A header with a number of weights.
  static func header(weights count: Int = 1) -> RunHeader {
    RunHeader(
      version: "1.2.3", process: "brems",
      beam: NumberedSpecies(id: 11, name: "e-", mass: electronMass), beamEnergy: 100,
      target: NumberedSpecies(id: nucleus, name: "tungsten", mass: nucleusMass),
      seed: 18_446_744_073_709_551_615,
      species: [
        NumberedSpecies(id: NumberedSpecies.defaultMediatorID, name: "X", mass: 0.017),
        NumberedSpecies(id: 11, name: "e-", mass: electronMass),
      ],
      weights: (0..<count).map {
        WeightColumn(
          name: $0 == 0 ? "nominal" : "m=\($0)MeV",
          crossSection: Estimate(value: 2.5 / Double(1 + $0), error: 0.125))
      },
      remarks: [RunRemark(name: "decay", text: "e+ e- & <nothing> \"else\"")])
  }

  /// Events of seven particles and two vertices that balance to rounding.
  static func events(_ count: Int, weights: Int = 1) throws -> [EventRecord] {
    var stream = RandomStream(seed: 6, name: "sample run")
    let pair = try TwoBodyDecay(of: 0.017, into: electronMass, electronMass)
    return (0..<count).map { number in
      var event = EventRecord(number: number)
      let target = event.append(EventVertex(position: ThreeVector(0.1, -0.2, 0), time: 0))
      let path = -80 * log(stream.uniform())
      let beam = FourMomentum(mass: electronMass, momentum: ThreeVector(0, 0, 100))
      let still = FourMomentum(atRest: nucleusMass)
      let x = FourMomentum(
        mass: 0.017,
        momentum: ThreeVector(0.01 * stream.normal(), 0.01 * stream.normal(), 90 * stream.uniform())
      )
      let electron = FourMomentum(
        mass: electronMass, momentum: ThreeVector(0.02 * stream.normal(), 0.003, 5))
      let recoil =
        FourVector(beam) + FourVector(still) - FourVector(x) - FourVector(electron)
      let decay = event.append(
        EventVertex(
          position: ThreeVector(0.1, -0.2, 0) + path / x.momentum.length * x.momentum,
          time: path / x.momentum.length * x.energy / 299.792458))
      let daughters = pair.daughters(ofParentWith: x.momentum, isotropic: &stream)
      event.append(EventParticle(id: 11, status: .incoming, momentum: beam, to: target))
      event.append(EventParticle(id: nucleus, status: .incoming, momentum: still, to: target))
      event.append(
        EventParticle(id: 55, status: .decayed, momentum: x, from: target, to: decay))
      event.append(EventParticle(id: 11, status: .final, momentum: electron, from: target))
      event.append(
        EventParticle(
          id: nucleus, status: .final, momentum: recoil, mass: nucleusMass, from: target))
      event.append(
        EventParticle(id: -11, status: .final, momentum: daughters.first, from: decay))
      event.append(
        EventParticle(id: 11, status: .final, momentum: daughters.second, from: decay))
      for index in 0..<weights { event.weights.append(index == 0 ? 1 : 2 * stream.uniform()) }
      return event
    }
  }
}

/// A folder of its own for one test, gone with it.
final class EventFolder {
  let path: String

  init() {
    path = NSTemporaryDirectory() + "lacuna-events-\(UUID().uuidString)"
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

  /// The names in the folder, hidden ones too.
  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  func bytes(_ name: String) -> Data? { FileManager.default.contents(atPath: self(name)) }

  func text(_ name: String) -> String {
    String(decoding: bytes(name) ?? Data(), as: UTF8.self)
  }

  func put(_ bytes: Data, _ name: String) {
    _ = FileManager.default.createFile(atPath: self(name), contents: bytes)
  }
}
