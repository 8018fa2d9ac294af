// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

// Through layers: which one a particle is in, and how it comes into the next.

extension ShowerTransport where Scores == LayeredScorer {
  /// Follows a particle through layers until it is gone.
  mutating func follow(layered start: ShowerParticle) {
    var particle = start
    if particle.layer < 0 {
      particle.layer = Int32(truncatingIfNeeded: scores.layer(at: particle.position.z))
      // On an edge the direction tells.
      if particle.direction.z < 0, particle.layer > 0,
        particle.position.z <= scores.places[Int(particle.layer)].low
      {
        particle.layer &-= 1
      }
    }
    enter(Int(particle.layer))
    switch particle.species {
    case .photon: fly(particle)
    case .electron: walk(&particle, isPositron: false)
    case .positron: walk(&particle, isPositron: true)
    }
  }

  /// Lets the particle be in a layer from now on.
  @inline(__always)
  mutating func enter(_ layer: Int) {
    scores.enter(layer)
    let index = scores.place.pointee.medium
    if index >= 0 { medium = media.first + index }
  }

  /// Takes a charged particle through one layer after the other.
  private mutating func walk(_ particle: inout ShowerParticle, isPositron: Bool) {
    while true {
      let stays =
        scores.place.pointee.medium < 0
        ? !cross(&particle)
        : !pass(&particle, isPositron ? positron : electron, isPositron: isPositron)
      if stays { return }
      let layer = particle.layer &+ (particle.direction.z > 0 ? 1 : -1)
      guard layer >= 0, Int(layer) < scores.count else {
        leave(particle, through: layer < 0 ? .front : .back)
        return
      }
      particle.layer = layer
      enter(Int(layer))
    }
  }

  /// Takes a particle straight through a gap; false if it leaves through the side.
  private mutating func cross(_ particle: inout ShowerParticle) -> Bool {
    let place = scores.place.pointee
    let start = particle
    let direction = particle.direction
    let edge = direction.z > 0 ? place.high : place.low
    guard direction.z.magnitude > 1e-9 else {
      leave(particle, through: .side)
      return false
    }
    var length = (edge - particle.position.z) / direction.z
    var end = particle.position + length * direction
    end.z = edge
    let isInside = place.holds(end)
    if !isInside {
      let share = place.share(from: particle.position, to: end)
      end = particle.position + share * (end - particle.position)
      length *= share
    }
    particle.position = end
    if !Watcher.isIdle {
      particle.time += length * slowness(particle.energy, particle.energy)
      // In nothing, nothing is made: an emitter that changes the particle here is not heard twice.
      _ = visit(start, &particle, length: length, in: -1)
    }
    if !isInside { leave(particle, through: .side) }
    return isInside && particle.energy > 0
  }

  /// Scores what leaves.
  mutating func leave(_ particle: ShowerParticle, through face: ShowerBlock.Face) {
    scores.leak(particle.energy * particle.weight, through: face)
    if particle.species == .positron {
      scores.leakRestMass(2 * mass * particle.weight)
    }
  }
}
