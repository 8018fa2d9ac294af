// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Flight
import Foundation
import Kinematics
import Matter
import Numerics
import Production
import Quantities
import Searches
import Storage

/// Beams and targets to make events with.
enum TargetHall {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func data() throws -> DataFolder {
    try DataFolder.find(named: root.appending(path: "Data").path)
  }

  static func numbering() throws -> ParticleNumbering {
    ParticleNumbering(try ParticleTable(from: data()))
  }

  static func element(_ symbol: String) throws -> Element {
    try ElementTable(from: data()).element(named: symbol)
  }

  static let mass = 0.0167
  static let energy = 100.0

  /// The decays of a dark photon of 16.7 MeV; c tau = 48.6 mm at epsilon 1e-5.
  static func decays(epsilon: Double) throws -> DecayTable {
    let folder = try data()
    let world = try VisibleSector(from: folder, particles: try ParticleTable(from: folder))
    return DarkPhoton(mass: .gev(mass), epsilon: epsilon).decays(in: world)
  }

  /// X of 16.7 MeV into e+ e-.
  static func fate(epsilon: Double, in volume: DecayVolume? = nil) throws -> BosonFate {
    let table = try decays(epsilon: epsilon)
    let builder = DecayModeBuilder(
      mass: mass, structure: .vector,
      leptonMasses: try PerLepton(massesIn: ParticleTable(from: data())))
    let menu = try DecayMenu(of: table, builder, only: ["e+ e-"])
    let length = table.properDecayLength ?? .mm(1)
    return try BosonFate(
      decayingBy: menu, share: menu.weight, properLength: length, in: volume, numbering())
  }

  static func bremsstrahlung(
    mass: Double = mass, on symbol: String, epsilon: Double = 1
  ) throws -> ExactBremsstrahlung {
    try ExactBremsstrahlung(
      RadiatedBoson(.vector, mass: mass, epsilon: epsilon), leptonMass: Electron.mass,
      atom: TargetAtom(try element(symbol)))
  }

  /// Electrons of 100 GeV on atoms in given shares.
  static func events(
    _ fate: BosonFate, in atoms: [(symbol: String, share: Double)] = [("Pb", 1)],
    isWeighted: Bool = false, seed: UInt64 = 1
  ) throws -> ThinTargetEvents {
    let numbering = try numbering()
    let kinds = try atoms.map { symbol, share in
      ThinTarget.Kind(
        numbering.nucleus(of: try element(symbol)), share: share,
        try bremsstrahlung(on: symbol).sampler(at: energy))
    }
    return try events(on: ThinTarget(kinds, isWeighted: isWeighted), fate, seed: seed)
  }

  static func events(
    on target: ThinTarget, _ fate: BosonFate, seed: UInt64 = 1
  ) throws -> ThinTargetEvents {
    try ThinTargetEvents(
      beam: NumberedSpecies(id: 11, name: "e-", mass: Electron.mass), energy: energy, on: target,
      making: NumberedSpecies(id: 55, name: "X", mass: mass), fate, seed: seed, numbering())
  }
}

/// An X along the beam, the same in every event.
struct StraightSampler: WeightedFinalStateSampler {
  let crossSection: Double
  var share = 0.5
  var target: StruckParticle { .electron }
  var companion: CompanionParticle? { nil }
  var energy: Double { TargetHall.energy }
  var efficiency: Double { 1 }
  var excess: Double { 0 }

  func draw(using stream: inout RandomStream) -> FinalState {
    let x = share * energy
    let momentum = ((x - TargetHall.mass) * (x + TargetHall.mass)).squareRoot()
    return FinalState(
      boson: FourMomentum(mass: TargetHall.mass, momentum: ThreeVector(0, 0, momentum)))
  }

  func drawWeighted(using stream: inout RandomStream) -> FinalState { draw(using: &stream) }
}
