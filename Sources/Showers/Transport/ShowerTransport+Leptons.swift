// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

// Electrons and positrons: from one interaction to the next in one step.

extension ShowerTransport where Scores == ShowerScorer {
  mutating func follow(_ start: ShowerParticle, _ table: MediumView.Lepton, isPositron: Bool) {
    var particle = start
    let species: ShowerSpecies = isPositron ? .positron : .electron
    while particle.energy > table.cutoff {
      let start = particle
      let before = particle.energy
      var index = table.grid.index(before)
      let fraction = table.grid.fraction(before)
      let node = table.nodes + index
      let row = node[0].path + fraction * (node[1].path - node[0].path)
      let interactions =
        node[0].collisions.x + fraction * (node[1].collisions.x - node[0].collisions.x)
      let target = interactions - random.exponential()
      var after = table.cutoff
      var length: Double
      var end: ShowerVector
      var shares = SIMD4<Double>()
      let stops = target <= 0
      let (nearer, quantile, joint, place, hard, choice) = random.six()
      if stops {
        let factor = straggling.path(
          variance: row.y / (row.x * row.x), choice: nearer, place: quantile)
        let stop = factor * (node[0].stop + fraction * (node[1].stop - node[0].stop))
        length = factor * row.x
        let cosine = 2 * joint - 1
        let azimuth = random.azimuth()
        let sine = stop.y * (1 - cosine * cosine).squareRoot()
        end =
          start.position + stop.x * start.direction
          + ShowerVector(sine * azimuth.cosine, sine * azimuth.sine, stop.y * cosine)
      } else {
        while table.nodes[index].collisions.x > target { index &-= 1 }
        let low = table.nodes[index].collisions
        after = min(max(table.grid.energy(index) + (target - low.x) * low.y, after), before)
        let endNode = table.nodes + table.grid.index(after)
        let endFraction = table.grid.fraction(after)
        let way = row - endNode[0].path - endFraction * (endNode[1].path - endNode[0].path)
        shares =
          endNode[0].collisions
          + endFraction * (endNode[1].collisions - endNode[0].collisions)
        length =
          way.x
          * straggling.path(variance: way.y / (way.x * way.x), choice: nearer, place: quantile)
        let (x, shrink) = deflection(
          max(way.z, 0), way.w, momentumSquare: before * (before + 2 * mass), hard)
        particle.direction = turned(
          start.direction, cosine: 1 - x, sine: max(x * (2 - x), 0).squareRoot(),
          azimuth: random.azimuth())
        let first = joint * length * shrink
        end =
          start.position + first * start.direction
          + (length * shrink - first) * particle.direction
      }
      let leaves = !scores.block.contains(end)
      if leaves {
        let share = scores.block.share(from: start.position, to: end)
        end = start.position + share * (end - start.position)
        length *= share
        after = before - share * (before - after)
      }
      scores.track(
        species, from: before, to: after, length: length * medium.pointee.inverseRadiationLength,
        weight: start.weight)
      scores.deposit(
        (before - after) * start.weight, from: start.position, to: end, at: place)
      particle.position = end
      particle.energy = after
      if !Watcher.isIdle { particle.time += length * slowness(before, after) }
      if !Watcher.isIdle, visit(start, &particle, length: length), !leaves {
        if particle.energy <= 0 { return }
        continue
      }
      if leaves {
        scores.leak(particle.energy * particle.weight, through: scores.block.face(end))
        if isPositron { scores.leakRestMass(2 * mass * particle.weight) }
        return
      }
      if stops { break }
      if choice < shares.z {
        radiate(&particle, isPositron)
      } else if !isPositron || choice < shares.w {
        knock(&particle, isPositron: isPositron)
      } else {
        annihilate(particle)
        return
      }
    }
    finish(particle)
  }
}
