// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Flight
import Kinematics
import Numerics
import Production

/// The events that a beam of one energy leaves behind a thin target.
///
/// The atom, its final state, the decay of X and its place are drawn in this order, for each event
/// from a stream of its own: an event depends on seed and number alone, and any number of threads
/// may make any of them. The beam particle meets the target at the origin at t = 0.
package struct ThinTargetEvents: Sendable {
  /// What comes in.
  package let beam: NumberedSpecies
  /// Its total energy in GeV.
  package let beamEnergy: Double
  /// What it meets.
  package let target: ThinTarget
  /// X, under the number chosen for it.
  package let boson: NumberedSpecies
  /// What becomes of it.
  package let fate: BosonFate
  /// The seed of all streams.
  package let seed: UInt64

  private let incoming: FourMomentum
  /// What flies out beside X on each kind of atom.
  let companions: [NumberedSpecies?]

  /// Joins beam, target and the fate of X.
  package init(
    beam: NumberedSpecies, energy: Double, on target: ThinTarget, making boson: NumberedSpecies,
    _ fate: BosonFate, seed: UInt64, _ numbering: ParticleNumbering
  ) throws {
    self.beam = beam
    beamEnergy = energy
    self.target = target
    self.boson = boson
    self.fate = fate
    self.seed = seed
    guard
      let incoming = FourMomentum(mass: beam.mass, energy: energy, direction: Direction.alongZ)
    else {
      throw ProductionError(
        "no beam of \(energy) GeV", because: "the mass of \(beam.name) is more",
        try: "choose a larger energy")
    }
    self.incoming = incoming
    companions = try target.kinds.map { kind in
      switch kind.sampler.companion {
      case nil: nil
      case .projectile: beam
      case .electron: kind.struck
      case .photon: try numbering.species(named: "gamma", mass: 0)
      }
    }
  }

  /// Makes an event.
  ///
  /// Particles stand in the order beam, target, X, companion, recoil, daughters of X.
  /// - Parameters:
  ///   - event: is emptied and filled; its memory is kept.
  ///   - number: which event of the run, from 0.
  package func fill(_ event: inout EventRecord, number: Int) {
    event.removeAll()
    event.number = number
    var stream = RandomStream(seed: seed, name: "events", event: number)
    let (index, state) = target.draw(weights: &event.weights, using: &stream)
    let track = TrackState(state.boson)
    let end = fate.drawVertex(of: track, using: &stream)

    let source = event.append(.origin)
    let struck = target.kinds[index].struck
    event.append(EventParticle(id: beam.id, status: .incoming, momentum: incoming, to: source))
    event.append(
      EventParticle(
        id: struck.id, status: .incoming, momentum: FourMomentum(atRest: struck.mass), to: source))
    event.append(
      EventParticle(
        id: boson.id, status: end == nil ? .final : .decayed, momentum: state.boson, from: source,
        to: end == nil ? -1 : source + 1))
    if let momentum = state.companion, let companion = companions[index] {
      event.append(
        EventParticle(id: companion.id, status: .final, momentum: momentum, from: source))
    }
    if let momentum = state.recoil {
      event.append(EventParticle(id: struck.id, status: .final, momentum: momentum, from: source))
    }
    if let end, let menu = fate.menu {
      append(end, menu.draw(ofParentWith: state.boson.momentum, using: &stream), to: &event)
    }
    let probability = end?.weight ?? (fate.volume == nil ? 1 : 0)
    for index in event.weights.indices { event.weights[index] *= probability }
  }

  /// Adds the decay of X.
  private func append(
    _ end: DecayVertex, _ decay: (mode: Int, products: DecayProducts), to event: inout EventRecord
  ) {
    let vertex = event.append(EventVertex(position: end.position, time: end.time))
    let daughters = fate.daughters[decay.mode]
    func add(_ place: Int, _ momentum: FourMomentum) {
      event.append(
        EventParticle(id: daughters[place].id, status: .final, momentum: momentum, from: vertex))
    }
    add(0, decay.products.first)
    add(1, decay.products.second)
    if let third = decay.products.third { add(2, third) }
  }

  /// Makes a block of events.
  ///
  /// - Parameter numbers: which events of the run.
  /// - Returns: the events.
  package func events(_ numbers: Range<Int>) -> [EventRecord] {
    numbers.map { number in
      var event = EventRecord()
      event.particles.reserveCapacity(8)
      fill(&event, number: number)
      return event
    }
  }
}
