// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Kinematics
import Matter
import Numerics
import Production
import Showers

/// Lets the electrons and positrons of showers radiate an X that takes a large part of the beam's energy.
///
/// X is emitted along every step of e- and e+, far more often than nature does it and at most once in
/// a shower. With the depth along all tracks so far, in the order in which they are followed,
///
///     s = integral of g(E) dl / X0,  g(E) = c + (1 - c) (E - E_min) / (E_0 - E_min)
///     f(s) = 2 / s_0 (1 + s / s_0)^-3,  s_0 = 1.5
///
/// an emission at s stands for 1 / [f(s) g(E) / X0] times the probability per length of nature: the
/// mean over showers is that of nature to first order in epsilon^2, whatever f and g are. f falls more
/// slowly than the probability of such long tracks does, so that no weight is out of proportion.
/// Energy and directions come from a ``RecoilMixture``; what goes on is the electron with the energy
/// and direction that X and the nucleus leave it.
///
/// Annihilation is a channel of its own, with showers of its own: every positron above E_min has g = 1,
/// s_0 = 0.3, and X takes all of it.
///
/// Nothing below E_min can emit an X that counts. Such particles, and after the emission all others,
/// are taken out of the shower where they were made and handed to whatever knows the response of the
/// detector to single particles.
package struct MissingEnergyEmitter: Emitter {
  package static var isIdle: Bool { false }
  package static var takesRemnants: Bool { true }

  /// What makes X.
  package enum Channel: Sendable {
    /// Electrons and positrons that radiate it, from a mixture of masses.
    case bremsstrahlung(RecoilMixture)
    /// Positrons that annihilate into it.
    case annihilation
  }

  /// What all showers share.
  package struct Plan: Sendable {
    /// What makes X.
    package let channel: Channel
    /// E_min, the least energy of X in GeV.
    package let leastEnergy: Double
    /// The materials, as steps number them.
    package let media: [EmissionMedium]
    /// E_0, the total energy of the beam in GeV.
    package let beamEnergy: Double
    /// Whether the remains of the showers are kept.
    package let keepsRemnants: Bool

    /// c.
    private static let floor = 0.3

    /// Joins what all showers share.
    package init(
      _ channel: Channel, above leastEnergy: Double, in media: [EmissionMedium],
      beamEnergy: Double, keepsRemnants: Bool = true
    ) {
      self.channel = channel
      self.leastEnergy = leastEnergy
      self.media = media
      self.beamEnergy = beamEnergy
      self.keepsRemnants = keepsRemnants
    }

    /// The same without what is left of the showers.
    package var forgettingRemnants: Plan {
      Plan(
        channel, above: leastEnergy, in: media, beamEnergy: beamEnergy, keepsRemnants: false)
    }

    /// s_0.
    var scale: Double {
      switch channel {
      case .bremsstrahlung: 1.5
      case .annihilation: 0.3
      }
    }

    /// Whether a particle can emit X.
    func emits(_ species: ShowerSpecies) -> Bool {
      switch channel {
      case .bremsstrahlung: species != .photon
      case .annihilation: species == .positron
      }
    }

    /// g at a total energy in GeV; zero below E_min.
    func strength(at energy: Double) -> Double {
      guard energy > leastEnergy else { return 0 }
      guard case .bremsstrahlung = channel else { return 1 }
      return Self.floor
        + (1 - Self.floor) * (energy - leastEnergy) / (beamEnergy - leastEnergy)
    }
  }

  /// A shower with an emission: what is left of it.
  package struct Remains: Sendable {
    /// The emission.
    package let emission: SignalEmission
    /// The particles that go on, the recoiling electron among them; kinetic energies in GeV.
    package var particles: [ShowerParticle]
  }

  /// The showers with an emission in the order of events.
  package private(set) var remains: [Remains] = []
  /// The number of showers.
  package private(set) var showers = 0

  private let plan: Plan
  private var random = RandomStream(seed: 0, name: "")
  private var event = 0
  /// The depth that is left until the emission.
  private var ahead = 0.0
  /// The depth of the emission.
  private var wanted = 0.0
  private var emission: SignalEmission?
  private var particles: [ShowerParticle] = []

  /// An emitter that has seen nothing.
  package init(_ plan: Plan) { self.plan = plan }

  package mutating func begin(event: Int, seed: UInt64) {
    random = RandomStream(seed: seed, name: "emission", event: event)
    self.event = event
    wanted = plan.scale * (1 / (1 - random.uniform()).squareRoot() - 1)
    ahead = wanted
    emission = nil
    particles.removeAll(keepingCapacity: true)
  }

  package mutating func visit(_ step: ShowerStep, _ emission: inout Emission) {
    let isPhoton = step.start.species == .photon
    let energy = step.start.energy + (isPhoton ? 0 : Electron.mass)
    guard self.emission == nil, energy > plan.leastEnergy else {
      // The interaction that ends the step is still to come: the particle begins anew where it began,
      // without what the step has laid down already.
      if plan.keepsRemnants {
        var particle = step.start
        particle.energy = step.energyAfter
        if particle.energy > 0 { particles.append(particle) }
      }
      emission.particle.energy = 0
      return
    }
    guard plan.emits(step.start.species), step.medium >= 0 else { return }
    radiate(along: step, energy, &emission)
  }

  package mutating func take(_ remnant: ShowerParticle) {
    if plan.keepsRemnants { particles.append(remnant) }
  }

  package mutating func endEvent() {
    showers += 1
    guard let emission else { return }
    remains.append(Remains(emission: emission, particles: particles))
  }

  package mutating func merge(_ later: MissingEnergyEmitter) {
    remains += later.remains
    showers += later.showers
  }

  /// Draws whether and where a step emits X.
  private mutating func radiate(
    along step: ShowerStep, _ energy: Double, _ emission: inout Emission
  ) {
    let medium = plan.media[step.medium]
    let after = step.energyAfter + Electron.mass
    let unit = step.length / medium.radiationLength
    let first = plan.strength(at: energy)
    let last = plan.strength(at: after)
    // g is taken as linear along the step, whose end may be a little below E_min.
    let depth = 0.5 * unit * (first + last)
    guard depth >= ahead else {
      ahead -= depth
      return
    }
    // first u + (last - first) u^2 / 2 = ahead / unit.
    let rest = ahead / unit
    let slope = last - first
    let share = min(2 * rest / (first + max(0, first * first + 2 * slope * rest).squareRoot()), 1)
    ahead = .infinity
    let here = energy + share * (after - energy)
    let ratio = 1 + wanted / plan.scale
    let density = 2 / (plan.scale * ratio * ratio * ratio)
    let rate = density * (first + share * slope) / medium.radiationLength
    guard rate > 0 else { return }
    let start = step.start.position
    let position = ShowerVector(
      start.x + share * (step.end.x - start.x), start.y + share * (step.end.y - start.y),
      start.z + share * (step.end.z - start.z))
    let time = step.start.time + share * (emission.particle.time - step.start.time)
    switch plan.channel {
    case .bremsstrahlung(let mixture):
      guard let draw = mixture.draw(at: here, using: &random) else { return }
      let constituent = choose(medium)
      self.emission = SignalEmission(
        event: event, energy: here, recoil: draw.recoil, atom: constituent.atom,
        depth: position.z,
        factor: constituent.density / (rate * constituent.share * draw.density))
      if plan.keepsRemnants {
        var particle = recoil(draw.recoil, of: step.start, at: position, time: time)
        // What the rest of the step has laid down is the recoiling lepton's loss.
        particle.energy -= here - after
        if particle.energy > 0 { particles.append(particle) }
      }
    case .annihilation:
      self.emission = SignalEmission(
        event: event, energy: here, recoil: .none, atom: SignalEmission.electrons,
        depth: position.z, factor: medium.electronDensity / rate)
    }
    emission.particle.energy = 0
  }

  private mutating func choose(_ medium: EmissionMedium) -> EmissionMedium.Constituent {
    var rest = random.uniform()
    for constituent in medium.constituents.dropLast() {
      rest -= constituent.share
      if rest < 0 { return constituent }
    }
    return medium.constituents[medium.constituents.count - 1]
  }

  /// The lepton that goes on, turned from the frame of the emission at a random azimuth.
  ///
  /// Its kinetic energy is v less that of the nucleus, at most 1e-4 GeV off lead.
  private mutating func recoil(
    _ recoil: LeptonRecoil, of parent: ShowerParticle, at position: ShowerVector, time: Double
  ) -> ShowerParticle {
    let azimuth = 2 * Double.pi * random.uniform()
    let local = recoil.direction
    let turned = ThreeVector(
      cos(azimuth) * local.x - sin(azimuth) * local.y,
      sin(azimuth) * local.x + cos(azimuth) * local.y, local.z)
    let way = Direction(
      unitVector: ThreeVector(parent.direction.x, parent.direction.y, parent.direction.z))
    let seen = AxialFrame(axis: way).outside(turned)
    return ShowerParticle(
      parent.species, energy: recoil.residual, position: position,
      direction: ShowerVector(seen.x, seen.y, seen.z), time: time)
  }
}
