// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

// Photons through layers: from one interaction to the next in a straight line.

extension ShowerTransport where Scores == LayeredScorer {
  /// Follows a photon; its attenuation in the layers on its way adds up until it interacts.
  mutating func fly(_ start: ShowerParticle) {
    var particle = start
    while true {
      let energy = particle.energy
      let grid = media.first.pointee.photon.grid
      let index = grid.index(energy)
      let fraction = grid.fraction(energy)
      for medium in 0..<media.count {
        let node = media.first[medium].photon.nodes + index
        let freePath = node[0].freePath + fraction * (node[1].freePath - node[0].freePath)
        scores.attenuation[medium &+ 1] = 1 / freePath
      }
      // Depths along z instead of lengths along the way.
      let cosine = particle.direction.z
      let slant = max(cosine.magnitude, 1e-9)
      let isForward = cosine >= 0
      let step = isForward ? 1 : -1
      var layer = Int(particle.layer)
      var z = particle.position.z
      var left = random.exponential() * slant
      var place = scores.places + layer
      var depth = isForward ? place.pointee.high - z : z - place.pointee.low
      var rate = scores.attenuation[place.pointee.medium &+ 1]
      var isOut = false
      while left > rate * depth {
        left -= rate * depth
        z = isForward ? place.pointee.high : place.pointee.low
        layer &+= step
        if layer < 0 || layer == scores.count {
          isOut = true
          break
        }
        place += step
        depth = place.pointee.high - place.pointee.low
        rate = scores.attenuation[place.pointee.medium &+ 1]
      }
      if !isOut { z += (isForward ? left : -left) / rate }
      let length = (z - particle.position.z).magnitude / slant
      var end = particle.position + length * particle.direction
      end.z = z
      let isInside = end.x.magnitude <= scores.narrowest && end.y.magnitude <= scores.narrowest
      if !Watcher.isIdle || !isInside {
        // Rarely needed: piece by piece, to where it leaves through a side or is changed.
        switch trace(&particle, to: end, in: isOut ? layer - step : layer) {
        case .arrived: break
        case .changed: continue
        case .gone: return
        }
      } else {
        particle.position = end
      }
      if isOut {
        leave(particle, through: layer < 0 ? .front : .back)
        return
      }
      particle.layer = Int32(truncatingIfNeeded: layer)
      enter(layer)
      if particle.energy <= photonCutoff {
        finish(particle)
        return
      }
      let node = medium.pointee.photon.nodes + index
      let choice = random.uniform()
      let converts = node[0].converts + fraction * (node[1].converts - node[0].converts)
      if choice < converts, energy > 2 * mass {
        convert(particle)
        return
      }
      let scatters = node[0].scatters + fraction * (node[1].scatters - node[0].scatters)
      if choice >= scatters {
        absorb(particle)
        return
      }
      guard scatter(&particle) else { return }
    }
  }

  /// How a photon came through layers.
  private enum Passage {
    /// To the end of its way.
    case arrived
    /// Changed by an emitter on its way.
    case changed
    /// Out through a side, or taken by an emitter.
    case gone
  }

  /// Takes a photon along its way, layer by layer.
  @inline(never)
  private mutating func trace(
    _ particle: inout ShowerParticle, to end: ShowerVector, in last: Int
  ) -> Passage {
    let step = last >= Int(particle.layer) ? 1 : -1
    for layer in stride(from: Int(particle.layer), through: last, by: step) {
      enter(layer)
      let place = scores.place.pointee
      let start = particle
      var stop = end
      if layer != last {
        let edge = step > 0 ? place.high : place.low
        let share = (edge - start.position.z) / (end.z - start.position.z)
        stop = start.position + share * (end - start.position)
        stop.z = edge
      }
      let leaves = !place.holds(stop)
      if leaves {
        let share = place.share(from: start.position, to: stop)
        stop = start.position + share * (stop - start.position)
      }
      let way = stop - start.position
      let length = (way.x * way.x + way.y * way.y + way.z * way.z).squareRoot()
      particle.position = stop
      particle.layer = Int32(truncatingIfNeeded: layer)
      particle.time += length * (1 / PhysicalConstants.speedOfLight)
      if !Watcher.isIdle,
        visit(start, &particle, length: length, in: place.medium)
      {
        if particle.energy <= photonCutoff {
          if particle.energy > 0 { finish(particle) }
          return .gone
        }
        if !leaves { return .changed }
      }
      if leaves {
        leave(particle, through: .side)
        return .gone
      }
    }
    return .arrived
  }
}
