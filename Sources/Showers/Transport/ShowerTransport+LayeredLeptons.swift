// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

// Electrons and positrons in a layer: in pieces that end at an interaction or at its boundary.

extension ShowerTransport where Scores == LayeredScorer {
  /// The mean scattering K of a piece that may cross a boundary.
  private static var mostScattering: Double { 0.15 }

  /// Pieces as short as this, in mm, may cross a boundary whatever they scatter.
  private static var shortest: Double { 0.02 }

  /// Follows a particle until it reaches a boundary of the layer; false if it ends before.
  ///
  /// A piece of way has two legs with a joint at a random place, where the direction turns by all
  /// that is scattered on the piece; a boundary cuts it where it crosses. Far from the boundaries a piece
  /// goes to the next interaction, or to where the particle stops; near them it is short enough for
  /// the scattering on it to be small. What comes after a piece is drawn anew, for interactions have
  /// no memory.
  /// - Source: Salvat:2019penelope, random hinge
  mutating func pass(
    _ particle: inout ShowerParticle, _ table: MediumView.Lepton, isPositron: Bool
  ) -> Bool {
    let place = scores.place.pointee
    while particle.energy > table.cutoff {
      let start = particle
      let before = particle.energy
      let index = table.grid.index(before)
      let fraction = table.grid.fraction(before)
      let node = table.nodes + index
      let span = node[1].path - node[0].path
      let row = node[0].path + fraction * span
      let interactions =
        node[0].collisions.x + fraction * (node[1].collisions.x - node[0].collisions.x)
      let target = interactions - random.exponential()
      let z = particle.position.z
      let room = min(z - place.low, place.high - z)
      if target <= 0, row.x <= max(room, Self.shortest) {
        return stop(&particle, node, fraction, row)
      }
      let (nearer, quantile, u, _, hard, choice) = random.six()
      // Where the piece would end: at an interaction, at the cutoff, or after the longest way.
      let ahead = distance(particle.position.z, particle.direction.z, place)
      let longest = max(
        room, min(ahead, max(Self.mostScattering * span.x / span.z, Self.shortest)))
      var after = table.cutoff
      var left = 0.0
      if target > 0 {
        var low = index
        while table.nodes[low].collisions.x > target { low &-= 1 }
        let collisions = table.nodes[low].collisions
        after = min(
          max(table.grid.energy(low) + (target - collisions.x) * collisions.y, after), before)
        left = path(at: after, table)
      }
      var interacts = target > 0
      if row.x - left > longest {
        interacts = false
        left = row.x - longest
        after = energy(atPath: left, from: index, table)
      }
      let endNode = table.nodes + table.grid.index(after)
      let way =
        row - endNode[0].path
        - table.grid.fraction(after) * (endNode[1].path - endNode[0].path)
      let mean = max(row.x - left, 1e-12)
      let factor = straggling.path(
        variance: way.y / (mean * mean), choice: nearer, place: quantile)
      // The path is as drawn, for an interaction has no memory; the loss on it fluctuates.
      var path = mean
      left = max(row.x - factor * mean, 0)
      if row.x - factor * mean < 0 { path = row.x / factor }
      let (x, shrink) = deflection(
        max(way.z, 0), way.w, momentumSquare: before * (before + 2 * mass), hard)
      let turnedDirection = turned(
        start.direction, cosine: 1 - x, sine: max(x * (2 - x), 0).squareRoot(),
        azimuth: random.azimuth())
      // The two legs.
      let whole = path * shrink
      let first = u * whole
      var share = 1.0
      var isCut = false
      var joint: ShowerVector
      if first >= ahead {
        isCut = true
        share = ahead / whole
        joint = start.position + (ahead * (u - share) / max(1 - share, 1e-12)) * start.direction
        particle.position = start.position + ahead * start.direction
      } else {
        joint = start.position + first * start.direction
        particle.direction = turnedDirection
        let second = whole - first
        let toEdge = distance(joint.z, turnedDirection.z, place)
        if second >= toEdge {
          isCut = true
          share = whole > 0 ? (first + toEdge) / whole : 0
          particle.position = joint + toEdge * turnedDirection
        } else {
          particle.position = joint + second * turnedDirection
          // Only pieces that no boundary is near to scatter so much.
          if way.z > Self.mostScattering {
            particle.position =
              particle.position + diffusion(way.z, path: path, shrink: shrink)
          }
        }
      }
      if isCut {
        particle.position.z = particle.direction.z > 0 ? place.high : place.low
        left = row.x - share * (row.x - left)
        path *= share
        interacts = false
      }
      after = min(energy(atPath: left, from: index, table), before)
      var leaves = false
      if !place.holds(particle.position) {
        leaves = true
        let part = place.share(from: start.position, to: particle.position)
        particle.position = start.position + part * (particle.position - start.position)
        joint = particle.position
        path *= part
        after = before - part * (before - after)
      }
      scores.deposit(before - after, weight: start.weight, path: path, at: joint)
      particle.energy = after
      if !Watcher.isIdle {
        particle.time += path * slowness(before, after)
        if visit(start, &particle, length: path) {
          if particle.energy <= 0 { return false }
          interacts = false
        }
      }
      if leaves {
        leave(particle, through: .side)
        return false
      }
      if isCut { return true }
      // A loss above the mean may end the particle before it interacts.
      if interacts, particle.energy > table.cutoff,
        !interact(&particle, choice, isPositron: isPositron)
      {
        return false
      }
    }
    finish(particle)
    return false
  }

  /// What two legs lack of the mean square distance that a piece of way covers, in an even direction.
  ///
  ///     <r^2> = 2 lambda^2 [K - 1 + exp(-K)],  K = s / lambda
  ///
  /// s: the path; two legs with an even joint cover (s shrink)^2 [2 + exp(-K)] / 3.
  /// - Source: Lewis:1950, moments of multiple scattering
  @inline(__always)
  private mutating func diffusion(
    _ scattering: Double, path: Double, shrink: Double
  ) -> ShowerVector {
    let c = quickExp(-min(scattering, 600))
    let covered = shrink * shrink * (2 + c) / 3
    let square = 2 * (scattering - 1 + c) / (scattering * scattering) - covered
    let radius = path * max(square, 0).squareRoot()
    let cosine = 2 * random.uniform() - 1
    let azimuth = random.azimuth()
    let sine = radius * (1 - cosine * cosine).squareRoot()
    return ShowerVector(sine * azimuth.cosine, sine * azimuth.sine, radius * cosine)
  }

  /// Lets a particle stop on a way that no boundary is near to, or that is short.
  ///
  /// It ends where Lewis' moments put it; what lies beyond a boundary it has not lost yet.
  /// - Returns: true if it crosses a boundary.
  private mutating func stop(
    _ particle: inout ShowerParticle, _ node: UnsafeMutablePointer<LeptonTable.Node>,
    _ fraction: Double, _ row: SIMD4<Double>
  ) -> Bool {
    let layer = scores.place.pointee
    let start = particle
    let before = particle.energy
    let cutoff = particle.species == .positron ? positron.cutoff : electron.cutoff
    let (nearer, quantile, joint, place, _, _) = random.six()
    let factor = straggling.path(
      variance: row.y / (row.x * row.x), choice: nearer, place: quantile)
    let stop = factor * (node[0].stop + fraction * (node[1].stop - node[0].stop))
    let cosine = 2 * joint - 1
    let azimuth = random.azimuth()
    let sine = stop.y * (1 - cosine * cosine).squareRoot()
    let chord =
      stop.x * start.direction
      + ShowerVector(sine * azimuth.cosine, sine * azimuth.sine, stop.y * cosine)
    var end = start.position + chord
    var share = 1.0
    let crosses = end.z < layer.low || end.z > layer.high
    if crosses {
      let edge = end.z < layer.low ? layer.low : layer.high
      share = min(max((edge - start.position.z) / chord.z, 0), 1)
      end = start.position + share * chord
      end.z = edge
      particle.direction = chord.unit
    }
    let leaves = !layer.holds(end)
    if leaves {
      let part = layer.share(from: start.position, to: end)
      end = start.position + part * (end - start.position)
      share *= part
    }
    let path = share * factor * row.x
    let after = before - share * (before - cutoff)
    scores.deposit(
      before - after, weight: start.weight, path: path,
      at: start.position + place * (end - start.position))
    particle.position = end
    particle.energy = after
    if !Watcher.isIdle {
      particle.time += path * slowness(before, after)
      // A particle that is changed on its last way ends there all the same.
      _ = visit(start, &particle, length: path)
      if particle.energy <= 0 { return false }
    }
    if leaves {
      leave(particle, through: .side)
      return false
    }
    if crosses { return true }
    finish(particle)
    return false
  }

  /// The distance along a direction to the boundary of a layer that it leads to.
  @inline(__always)
  private mutating func distance(_ z: Double, _ cosine: Double, _ place: LayerPlace) -> Double {
    let way = cosine > 0 ? place.high - z : z - place.low
    let magnitude = cosine.magnitude
    return magnitude > 1e-12 ? max(way, 0) / magnitude : .infinity
  }

  /// The path that is left at an energy.
  @inline(__always)
  private mutating func path(at energy: Double, _ table: MediumView.Lepton) -> Double {
    let node = table.nodes + table.grid.index(energy)
    return node[0].path.x + table.grid.fraction(energy) * (node[1].path.x - node[0].path.x)
  }

  /// The energy at which a path is left, from a node above it down.
  @inline(__always)
  private mutating func energy(
    atPath path: Double, from index: Int, _ table: MediumView.Lepton
  ) -> Double {
    var low = index
    while low > 0, table.nodes[low].path.x > path { low &-= 1 }
    let from = table.nodes[low].path.x
    let energy = table.grid.energy(low)
    let slope = (table.grid.energy(low &+ 1) - energy) / (table.nodes[low &+ 1].path.x - from)
    return max(energy + (path - from) * slope, table.cutoff)
  }

  /// The interaction at the end of a step; false if the particle ends in it.
  @inline(__always)
  private mutating func interact(
    _ particle: inout ShowerParticle, _ choice: Double, isPositron: Bool
  ) -> Bool {
    let table = isPositron ? positron : electron
    let node = table.nodes + table.grid.index(particle.energy)
    let shares =
      node[0].collisions
      + table.grid.fraction(particle.energy) * (node[1].collisions - node[0].collisions)
    if choice < shares.z {
      radiate(&particle, isPositron)
    } else if !isPositron || choice < shares.w {
      knock(&particle, isPositron: isPositron)
    } else {
      annihilate(particle)
      return false
    }
    return true
  }
}
