// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Matter
import Quantities

/// Follows the particles of one shower after the other.
///
/// A charged particle goes from interaction to interaction in one step: where the next one comes, the
/// path until then, its straggling and the scattering along it are differences of tabulated integrals
/// over the energy lost. The step is drawn as a chord: one part along the direction before, one along
/// that after, with a joint at a random place.
///
/// The scores know the geometry: they say how a particle goes on to its next interaction, in one piece
/// of matter (``ShowerScorer``) or through layers (``LayeredScorer``). The interactions are the same.
struct ShowerTransport<Watcher: Emitter, Scores: ShowerScores & ~Copyable>: ~Copyable {
  /// The materials, each as hot loops see it.
  let media: MediumViews
  /// The material in which the particle is now.
  var medium: UnsafePointer<MediumView>
  let straggling: StragglingTable
  let mass = Electron.mass
  let inverseMass = 1 / Electron.mass
  var stack = ShowerStack()
  var random: ShowerRandom
  /// What is scored.
  var scores: Scores
  /// What watches.
  var watcher: Watcher

  /// Prepares to follow showers.
  /// - Parameters:
  ///   - tables: those of each material.
  ///   - scores: the geometry and what is scored in it.
  ///   - watcher: what watches.
  init(_ tables: [ShowerTables], scores: consuming Scores, watcher: Watcher) {
    self.scores = scores
    self.watcher = watcher
    media = MediumViews(tables)
    medium = media.first
    straggling = tables[0].straggling
    random = ShowerRandom(seed: 0, event: 0)
  }

  /// Follows a beam particle and all that comes of it.
  mutating func run(_ beam: ShowerParticle, seed: UInt64, event: Int) {
    random.begin(seed: seed, event: event)
    if !Watcher.isIdle { watcher.begin(event: event, seed: seed) }
    stack.push(beam)
    while let particle = stack.pop() {
      Scores.follow(particle, in: &self)
    }
    if !Watcher.isIdle { watcher.endEvent() }
    scores.closeEvent()
  }

  @inline(__always)
  mutating func deposit(_ energy: Double, at place: ShowerVector, _ weight: Double) {
    scores.deposit(energy * weight, at: place)
  }

  /// Lets a particle wait to be followed, or ends its way at once below the cutoff.
  @inline(__always)
  mutating func launch(_ particle: ShowerParticle, above cutoff: Double) {
    if particle.energy > cutoff {
      stack.push(particle)
    } else {
      finish(particle)
    }
  }

  /// Ends the way of a particle below its cutoff.
  @inline(__always)
  mutating func finish(_ particle: ShowerParticle) {
    if Watcher.takesRemnants {
      if particle.energy > 0 { watcher.take(particle) }
      scores.emit(worth(particle))
    } else {
      scores.deposit(particle.energy * particle.weight, at: particle.position)
      if particle.species == .positron { annihilateAtRest(particle) }
    }
  }

  /// Shows a step to the watcher; true if it changed the particle.
  mutating func visit(
    _ start: ShowerParticle, _ particle: inout ShowerParticle, length: Double
  ) -> Bool {
    visit(start, &particle, length: length, in: medium - media.first)
  }

  /// Shows a step in a material, -1 for none, to the watcher.
  mutating func visit(
    _ start: ShowerParticle, _ particle: inout ShowerParticle, length: Double, in medium: Int
  ) -> Bool {
    let step = ShowerStep(
      start: start, energyAfter: particle.energy, length: length, end: particle.position,
      medium: medium)
    var emission = Emission(particle)
    watcher.visit(step, &emission)
    for added in emission.added {
      stack.push(added)
      scores.emit(-worth(added))
    }
    guard emission.isChanged else { return false }
    scores.emit(worth(particle) - worth(emission.particle))
    particle = emission.particle
    return true
  }

  /// The energy that a particle brings into the books: a positron's holds that of its annihilation.
  mutating func worth(_ particle: ShowerParticle) -> Double {
    (particle.energy + (particle.species == .positron ? 2 * mass : 0)) * particle.weight
  }
}

// The material in which the particle is now.
extension ShowerTransport where Scores: ~Copyable {
  @inline(__always) var electron: MediumView.Lepton { medium.pointee.electron }
  @inline(__always) var positron: MediumView.Lepton { medium.pointee.positron }
  @inline(__always) var photonCutoff: Double { medium.pointee.photonCutoff }
}
