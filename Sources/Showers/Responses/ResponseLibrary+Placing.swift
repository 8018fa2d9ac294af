// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

// A stored shower, put into a record.

extension ResponseLibrary {
  /// Adds a shower, group by group.
  func add(
    _ shower: StoredShowers.Entry, of showers: StoredShowers, _ placement: ShowerPlacement,
    energy: Double, into record: inout LayeredRecord
  ) {
    var sum = Sums()
    var spot = Int(shower.spots)
    for group in 0..<Int(shower.groups) {
      let first = group * pairsPerGroup
      let pairs = first..<min(first + pairsPerGroup, Int(shower.pairs))
      let count = Int(showers.counts[Int(shower.counts) + group])
      add(pairs, spot..<spot + count, shower, showers, placement, &sum, into: &record)
      spot += count
    }
    let all = sum.before + sum.behind + sum.beside + sum.seen + sum.unseen
    guard all > 0 else {
      record.absorber += energy
      return
    }
    record.front += energy * sum.before / all
    record.back += energy * sum.behind / all
    record.side += energy * sum.beside / all
    let active = min((sum.seen + sum.unseen) * placement.scale, energy)
    record.active += active
    record.absorber += energy * (sum.seen + sum.unseen) / all - active
  }

  /// Light of a shower by where it went, in GeV of the stored shower.
  private struct Sums {
    var before = 0.0
    var behind = 0.0
    var beside = 0.0
    var seen = 0.0
    var unseen = 0.0
  }

  /// Light of a group in one section: two at most of them meet in a group.
  private struct Part {
    var section = -1
    var light = 0.0
    var seen = 0.0
  }

  private func add(
    _ pairs: Range<Int>, _ spots: Range<Int>, _ shower: StoredShowers.Entry,
    _ showers: StoredShowers, _ placement: ShowerPlacement, _ sum: inout Sums,
    into record: inout LayeredRecord
  ) {
    let unit = Double(shower.unit)
    var (here, there) = (Part(), Part())
    var (light, depth) = (0.0, 0.0)
    for stored in pairs {
      let e = Double(showers.profile[Int(shower.profile) + stored]) * unit
      guard e > 0 else { continue }
      let way = placement.way(to: stored)
      light += e
      depth += e * way
      let (lower, share) = placement.pair(at: way)
      sort(e * (1 - share), pair: lower, &here, &there, &sum)
      if share > 0 { sort(e * share, pair: lower + 1, &here, &there, &sum) }
    }
    guard here.section >= 0 else { return }
    let centre =
      placement.position + depth / light * placement.period * placement.axis
    for index in spots {
      let spot = showers.spots[index]
      let p =
        centre + 0.01 * Double(spot.x) * placement.across
        + 0.01 * Double(spot.y) * placement.upward
      let share = Double(spot.share) * (1.0 / 65535)
      add(share, at: p, &here, placement.scale, &sum, into: &record)
      if there.section >= 0 {
        add(share, at: p, &there, placement.scale, &sum, into: &record)
      }
    }
    // A layer shows what of its light lies within the cells.
    let seenHere = placement.scale * here.seen / here.light
    let seenThere = there.light > 0 ? placement.scale * there.seen / there.light : 0
    for stored in pairs {
      let e = Double(showers.profile[Int(shower.profile) + stored]) * unit
      guard e > 0 else { continue }
      let (lower, share) = placement.pair(at: placement.way(to: stored))
      let section = here.section
      show(e * (1 - share), pair: lower, section, seenHere, seenThere, into: &record)
      if share > 0 {
        show(e * share, pair: lower + 1, section, seenHere, seenThere, into: &record)
      }
    }
  }

  /// Adds light of a pair of the block to where it is seen.
  @inline(__always)
  private func sort(
    _ light: Double, pair: Int, _ here: inout Part, _ there: inout Part, _ sum: inout Sums
  ) {
    if pair < 0 {
      sum.before += light
    } else if pair >= run.count {
      sum.behind += light
    } else if here.section < 0 || here.section == places[pair].section {
      here.section = places[pair].section
      here.light += light
    } else {
      there.section = places[pair].section
      there.light += light
    }
  }

  /// Adds what the cells see of the light of a pair of the block.
  @inline(__always)
  private func show(
    _ light: Double, pair: Int, _ section: Int, _ here: Double, _ there: Double,
    into record: inout LayeredRecord
  ) {
    guard pair >= 0, pair < run.count else { return }
    let place = places[pair]
    let e = light * (place.section == section ? here : there)
    record.layers[place.active] += e
    record.sections[place.section] += e
  }

  /// Adds a share of a part's light at a point.
  @inline(__always)
  private func add(
    _ share: Double, at p: ShowerVector, _ part: inout Part, _ scale: Double,
    _ sum: inout Sums, into record: inout LayeredRecord
  ) {
    let light = share * part.light
    let grid = grids[part.section]
    guard let cell = grid.cells.cell(x: p.x, y: p.y) else {
      if p.x.magnitude > halfWidth || p.y.magnitude > halfWidth {
        sum.beside += light
      } else {
        sum.unseen += light
      }
      return
    }
    part.seen += light
    sum.seen += light
    let e = scale * light
    record.cells[grid.offset + cell] += e
    record.moments[part.section].x += e * p.x
    record.moments[part.section].y += e * p.y
    record.moments[part.section].xx += e * p.x * p.x
    record.moments[part.section].yy += e * p.y * p.y
  }
}
