// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Matter

// What electrons and positrons do at the end of a step.

extension ShowerTransport where Scores: ~Copyable {
  /// Bremsstrahlung.
  @inline(__always)
  mutating func radiate(_ particle: inout ShowerParticle, _ isPositron: Bool) {
    let energy = particle.energy
    let isDifferent = isPositron && energy <= ShowerTables.alike
    let radiation =
      isDifferent ? medium.pointee.positronRadiation : medium.pointee.electronRadiation
    let q = radiation.draw(energy, &random)
    let threshold = medium.pointee.photonThreshold
    let k = min(threshold + q * (energy - threshold), energy)
    particle.energy = energy - k
    guard k > photonCutoff || Watcher.takesRemnants else {
      deposit(k, at: particle.position, particle.weight)
      return
    }
    let x = tsaiAngle(energy)
    var photon = particle
    photon.species = .photon
    photon.energy = k
    photon.direction = turned(
      particle.direction, cosine: 1 - x, sine: (x * (2 - x)).squareRoot(),
      azimuth: random.azimuth())
    launch(photon, above: photonCutoff)
    // The recoil of soft photons is lost in multiple scattering.
    guard k > 0.02 * energy, particle.energy > 0 else { return }
    let momentum = (energy * (energy + 2 * mass)).squareRoot()
    particle.direction = (momentum * particle.direction - k * photon.direction).unit
  }

  /// Moller or Bhabha scattering.
  mutating func knock(_ particle: inout ShowerParticle, isPositron: Bool) {
    let low = medium.pointee.electronThreshold / particle.energy
    guard low < (isPositron ? 1 : 0.5) else { return }
    let gamma = particle.energy * inverseMass + 1
    let share =
      isPositron
      ? KnockOn.drawBhabha(gamma: gamma, from: low, &random)
      : KnockOn.drawMoller(gamma: gamma, from: low, &random)
    knock(&particle, share * particle.energy)
  }

  /// Sends out a knock-on electron.
  @inline(__always)
  mutating func knock(_ particle: inout ShowerParticle, _ transfer: Double) {
    let energy = particle.energy
    let momentum = (energy * (energy + 2 * mass)).squareRoot()
    let knocked = (transfer * (transfer + 2 * mass)).squareRoot()
    let cosine = min(transfer * (energy + 2 * mass) / (momentum * knocked), 1)
    let direction = turned(
      particle.direction, cosine: cosine, sine: (1 - cosine * cosine).squareRoot(),
      azimuth: random.azimuth())
    particle.energy = energy - transfer
    if transfer > electron.cutoff || Watcher.takesRemnants {
      var knockOn = particle
      knockOn.species = .electron
      knockOn.energy = transfer
      knockOn.direction = direction
      launch(knockOn, above: electron.cutoff)
    } else {
      deposit(transfer, at: particle.position, particle.weight)
    }
    guard particle.energy > 0 else { return }
    particle.direction = (momentum * particle.direction - knocked * direction).unit
  }

  /// Annihilation in flight.
  mutating func annihilate(_ particle: ShowerParticle) {
    let gamma = particle.energy * inverseMass + 1
    let e = Annihilation.drawShare(gamma: gamma, &random)
    let total = particle.energy + 2 * mass
    let momentum = (particle.energy * (particle.energy + 2 * mass)).squareRoot()
    let first = e * total
    let cosine = min(max((e * (gamma + 1) - 1) / (e * (gamma * gamma - 1).squareRoot()), -1), 1)
    let direction = turned(
      particle.direction, cosine: cosine, sine: (1 - cosine * cosine).squareRoot(),
      azimuth: random.azimuth())
    send(first, direction, from: particle)
    send(
      total - first, (momentum * particle.direction - first * direction).unit, from: particle)
  }

  /// Sends out a photon of an annihilation.
  mutating func send(
    _ energy: Double, _ direction: ShowerVector, from parent: ShowerParticle
  ) {
    guard energy > photonCutoff || Watcher.takesRemnants else {
      deposit(energy, at: parent.position, parent.weight)
      return
    }
    var photon = parent
    photon.species = .photon
    photon.energy = energy
    photon.direction = direction
    launch(photon, above: photonCutoff)
  }

  /// Annihilation of a positron at rest where a particle is.
  mutating func annihilateAtRest(_ particle: ShowerParticle) {
    if mass <= photonCutoff, !Watcher.takesRemnants {
      scores.deposit(2 * mass * particle.weight, at: particle.position)
      return
    }
    let cosine = 2 * random.uniform() - 1
    let azimuth = random.azimuth()
    let sine = (1 - cosine * cosine).squareRoot()
    let direction = ShowerVector(sine * azimuth.cosine, sine * azimuth.sine, cosine)
    send(mass, direction, from: particle)
    send(mass, -1 * direction, from: particle)
  }
}
