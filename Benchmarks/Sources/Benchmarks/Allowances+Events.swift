// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Exchange
import Glibc
import Kinematics
import Numerics

extension Allowances {
  private static let electronMass = 0.510_998_95e-3
  private static let tungsten = (id: Int32(1_000_741_840), mass: 171.3)
  private static let darkMass = 0.017

  /// Writing of events of seven particles and two vertices, in each format, on a disk.
  static func events(in folder: String) throws {
    let header = RunHeader(
      version: "1.0.0", process: "brems",
      beam: NumberedSpecies(id: 11, name: "e-", mass: electronMass), beamEnergy: 100,
      target: NumberedSpecies(id: tungsten.id, name: "tungsten", mass: tungsten.mass), seed: 1,
      species: [
        NumberedSpecies(id: NumberedSpecies.defaultMediatorID, name: "X", mass: darkMass),
        NumberedSpecies(id: 11, name: "e-", mass: electronMass),
      ],
      weights: [WeightColumn(name: "nominal", crossSection: Estimate(value: 2.5, error: 0.125))],
      remarks: [])
    let records = try records(1000)
    let rounds = 20
    print("events of seven particles")
    for (format, limit) in zip(EventFormat.allCases, [10, 20, 20]) {
      let path = folder + "/lacuna-benchmark-\(getpid())" + (format.endings.first ?? "")
      defer { unlink(path) }
      let clock = ContinuousClock()
      var least = Duration.seconds(1000)
      for _ in 0..<5 {
        let time = try clock.measure {
          let writer = try EventFormat.writer(to: path, header: header, overwriting: true)
          for _ in 0..<rounds { for event in records { try writer.write(event) } }
          try writer.finish()
        }
        least = min(least, time)
      }
      let single = least / (rounds * records.count)
      Allowance.report(
        "  write one event, \(format.rawValue)", single, limit: .microseconds(limit),
        remark: ", \(Int(Duration.seconds(1) / single)) a second")
    }
    print()
  }

  /// Events of e- W -> e- W X, X -> e+ e-.
  private static func records(_ count: Int) throws -> [EventRecord] {
    var stream = RandomStream(seed: 1, name: "benchmark")
    let pair = try TwoBodyDecay(of: darkMass, into: electronMass, electronMass)
    return (0..<count).map { number in
      var event = EventRecord(number: number)
      let target = event.append(EventVertex(position: ThreeVector(0.1, -0.2, 0), time: 0))
      let beam = FourMomentum(mass: electronMass, momentum: ThreeVector(0, 0, 100))
      let still = FourMomentum(atRest: tungsten.mass)
      let dark = FourMomentum(
        mass: darkMass,
        momentum: ThreeVector(0.01 * stream.normal(), 0.01 * stream.normal(), 90 * stream.uniform())
      )
      let electron = FourMomentum(
        mass: electronMass, momentum: ThreeVector(0.02 * stream.normal(), 0.003, 5))
      let recoil = FourVector(beam) + FourVector(still) - FourVector(dark) - FourVector(electron)
      let decay = event.append(
        EventVertex(position: stream.exponential() * dark.momentum, time: stream.exponential()))
      let daughters = pair.daughters(ofParentWith: dark.momentum, isotropic: &stream)
      event.append(EventParticle(id: 11, status: .incoming, momentum: beam, to: target))
      event.append(EventParticle(id: tungsten.id, status: .incoming, momentum: still, to: target))
      event.append(
        EventParticle(
          id: NumberedSpecies.defaultMediatorID, status: .decayed, momentum: dark, from: target,
          to: decay))
      event.append(EventParticle(id: 11, status: .final, momentum: electron, from: target))
      event.append(
        EventParticle(
          id: tungsten.id, status: .final, momentum: recoil, mass: tungsten.mass, from: target))
      event.append(
        EventParticle(id: -11, status: .final, momentum: daughters.first, from: decay))
      event.append(
        EventParticle(id: 11, status: .final, momentum: daughters.second, from: decay))
      event.weights.append(1)
      return event
    }
  }
}
