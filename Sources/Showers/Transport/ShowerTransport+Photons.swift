// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Matter
import Quantities

// Photons: from one interaction to the next in a straight line.

extension ShowerTransport where Scores == ShowerScorer {
  mutating func follow(photon start: ShowerParticle) {
    var particle = start
    while true {
      let photon = medium.pointee.photon
      let index = photon.grid.index(particle.energy)
      let fraction = photon.grid.fraction(particle.energy)
      let low = photon.nodes[index]
      let high = photon.nodes[index &+ 1]
      let freePath = low.freePath + fraction * (high.freePath - low.freePath)
      var length = random.exponential() * freePath
      var end = particle.position + length * particle.direction
      let leaves = !scores.block.contains(end)
      if leaves {
        length *= scores.block.share(from: particle.position, to: end)
        end = particle.position + length * particle.direction
      }
      scores.track(
        .photon, from: particle.energy, to: particle.energy,
        length: length * medium.pointee.inverseRadiationLength, weight: particle.weight)
      let before = particle
      particle.position = end
      particle.time += length * (1 / PhysicalConstants.speedOfLight)
      if !Watcher.isIdle, visit(before, &particle, length: length) {
        if particle.energy < photonCutoff {
          finish(particle)
          return
        }
        if !leaves { continue }
      }
      if leaves {
        scores.leak(particle.energy * particle.weight, through: scores.block.face(end))
        return
      }
      let choice = random.uniform()
      let converts = low.converts + fraction * (high.converts - low.converts)
      if choice < converts, particle.energy > 2 * mass {
        convert(particle)
        return
      }
      let scatters = low.scatters + fraction * (high.scatters - low.scatters)
      if choice >= scatters {
        absorb(particle)
        return
      }
      guard scatter(&particle) else { return }
    }
  }
}

extension ShowerTransport where Scores: ~Copyable {
  /// Pair production.
  mutating func convert(_ photon: ShowerParticle) {
    let least = mass / photon.energy
    let q = medium.pointee.pairShares.draw(photon.energy, &random)
    let share = least + (0.5 - least) * q
    let available = photon.energy - 2 * mass
    var first = photon.energy * share - mass
    first = min(max(first, 0), available)
    let second = available - first
    let isElectron = random.uniform() < 0.5
    let electronEnergy = isElectron ? first : second
    let positronEnergy = available - electronEnergy
    let azimuth = random.azimuth()
    emit(.electron, electronEnergy, from: photon, azimuth)
    emit(.positron, positronEnergy, from: photon, (-azimuth.cosine, -azimuth.sine))
  }

  /// Sends out a member of a pair, or lays it down where it is made.
  @inline(__always)
  mutating func emit(
    _ species: ShowerSpecies, _ energy: Double, from parent: ShowerParticle,
    _ azimuth: (cosine: Double, sine: Double)
  ) {
    let cutoff = species == .electron ? electron.cutoff : positron.cutoff
    if energy <= cutoff, !Watcher.takesRemnants {
      scores.deposit(energy * parent.weight, at: parent.position)
      if species == .positron { annihilateAtRest(parent) }
      return
    }
    var particle = parent
    particle.species = species
    particle.energy = energy
    let x = tsaiAngle(energy)
    particle.direction = turned(
      parent.direction, cosine: 1 - x, sine: (x * (2 - x)).squareRoot(), azimuth: azimuth)
    launch(particle, above: cutoff)
  }

  /// 1 - cos theta of radiation by, and of members of a pair of, a kinetic energy.
  ///
  /// u = theta E / m_e is distributed as u [exp(-a u) + d exp(-3 a u)], a = 0.625, d = 27.
  /// - Source: Tsai:1973py, angular distribution
  /// - Source: Geant4:2024phys, sampling
  @inline(__always)
  mutating func tsaiAngle(_ energy: Double) -> Double {
    let most = 2 * (1 + energy * inverseMass)
    while true {
      let scale = random.uniform() < 0.25 ? 1 / 0.625 : 1 / 1.875
      let u = (random.exponential() + random.exponential()) * scale
      if u <= most {
        let ratio = u / most
        return 2 * ratio * ratio
      }
    }
  }

  /// Compton scattering; false if the photon ends here.
  mutating func scatter(_ photon: inout ShowerParticle) -> Bool {
    let kappa = photon.energy * inverseMass
    let q = medium.pointee.comptonShares.draw(photon.energy, &random)
    let least = 1 / (1 + 2 * kappa)
    let e = least + q * (1 - least)
    let x = min(max((1 - e) / (kappa * e), 0), 2)
    let after = photon.energy * e
    let direction = turned(
      photon.direction, cosine: 1 - x, sine: (x * (2 - x)).squareRoot(), azimuth: random.azimuth())
    let recoil = photon.energy - after
    if recoil > electron.cutoff || Watcher.takesRemnants {
      var particle = photon
      particle.species = .electron
      particle.energy = recoil
      particle.direction = (photon.energy * photon.direction - after * direction).unit
      launch(particle, above: electron.cutoff)
    } else {
      deposit(recoil, at: photon.position, photon.weight)
    }
    photon.energy = after
    photon.direction = direction
    if after < photonCutoff {
      finish(photon)
      return false
    }
    return true
  }

  /// The photoelectric effect: the innermost shell's electron takes what its binding leaves.
  mutating func absorb(_ photon: ShowerParticle) {
    let bindings = medium.pointee.bindings
    let energy = photon.energy > bindings ? photon.energy - bindings : photon.energy
    deposit(photon.energy - energy, at: photon.position, photon.weight)
    var particle = photon
    particle.species = .electron
    particle.energy = energy
    if energy <= electron.cutoff, !Watcher.takesRemnants {
      scores.deposit(energy * photon.weight, at: photon.position)
      return
    }
    let x = PhotoelectricAbsorption.angle(energy, &random)
    particle.direction = turned(
      photon.direction, cosine: 1 - x, sine: (x * (2 - x)).squareRoot(), azimuth: random.azimuth())
    launch(particle, above: electron.cutoff)
  }
}
