// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics
import Matter
import Quantities
import Showers
import Storage

/// What showers in a block gave.
struct ShowerReport: Sendable {
  /// What the block is made of.
  let material: Material
  /// What entered what.
  let setup: ShowerSetup
  /// Below which energy nothing was followed.
  let cut: Energy
  /// What was scored.
  let tally: ShowerTally
  /// The seed.
  let seed: Int
  /// How many showers were wanted.
  let asked: Int
  /// The time of the processors without that for tables, in seconds.
  let processorTime: Double

  /// The species by the names of the command line, in the order of the report.
  static let species: [(name: String, value: ShowerSpecies)] = [
    ("e-", .electron), ("e+", .positron), ("gamma", .photon),
  ]

  /// Radii at which the contained share is told, in mm.
  static let radii: [Double] = [1, 2, 5, 10, 20, 30, 50, 100]

  /// The name of the beam particle.
  var particle: String {
    Self.species.first { $0.value == setup.beam.species }?.name ?? ""
  }

  /// The middle of a slab in radiation lengths.
  func depth(ofSlab slab: Int) -> Double {
    (Double(slab) + 0.5) * setup.scale.slabWidth / setup.medium.radiationLength
  }

  /// The mean of deposit or leakage in GeV.
  func mean(_ total: ShowerTally.Total) -> Double { tally.totals.mean(total.rawValue) }

  /// The depth of the maximum in radiation lengths, from a parabola through the highest slabs.
  var maximumDepth: Double? {
    let means = (0..<tally.slabs.count).map(tally.slabs.mean)
    guard let top = means.indices.max(by: { means[$0] < means[$1] }), top > 0,
      top < means.count - 1
    else { return nil }
    let (a, b, c) = (means[top - 1], means[top], means[top + 1])
    let bend = a - 2 * b + c
    guard bend < 0 else { return nil }
    let step = setup.scale.slabWidth / setup.medium.radiationLength
    return depth(ofSlab: top) + 0.5 * (a - c) / bend * step
  }

  /// What a reader should know before believing the numbers.
  var notes: [String] {
    var notes: [String] = []
    if tally.events < asked {
      notes.append("interrupted: \(tally.events) of \(asked) showers are done, and kept")
    }
    let lost = (mean(.back) + mean(.side)) / setup.beam.energy
    if tally.events > 0, lost > 0.01 {
      notes.append(
        "the block does not hold the shower: \((100 * lost).formatted(significant: 3))% of the "
          + "energy leaves through its back and sides")
    }
    return notes
  }
}
