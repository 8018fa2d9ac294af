// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Matter
import Numerics
import Quantities

/// Stored showers of a calorimeter, from which the response to a particle is drawn in microseconds.
///
///     let library = try ResponseLibrary(block, from: folder, cache: Cache())
///     var record = LayeredRecord(block)
///     var random = RandomStream(seed: 1, name: "response", event: 0)
///     library.draw(recoil, into: &record, using: &random)
///
/// Full showers were simulated for electrons and photons on a grid of energies, beginning anywhere
/// within a pair of layers. One of them is drawn as a whole, so that its fluctuations and all
/// correlations are kept, turned about its axis at random and put where the particle is. Its light
/// is scaled to the energy; between two energies E1 < E < E2 of the grid either is drawn from, with
/// such shares that 1/E is right on average, as relative variances are, and its depth is stretched as
/// the mean depth of the light grows. A positron is an electron that has 2 m_e more.
///
/// What a shower would leave beyond an end of the run of layers is counted as leaving there.
package struct ResponseLibrary: Sendable {
  /// The calorimeter.
  package let block: LayeredBlock
  /// The layers in which showers may begin.
  package let run: PeriodicRun
  let nodes: [[StoredShowers]]
  let pairsPerGroup: Int
  /// The energies at which showers are stored, GeV.
  package var energies: [Double] { nodes[0].map(\.energy) }
  /// How many bytes the showers take.
  package var size: Int {
    nodes.joined().reduce(0) {
      $0 + $1.entries.count * MemoryLayout<StoredShowers.Entry>.stride + 2 * $1.profile.count
        + 6 * $1.spots.count + $1.counts.count
    }
  }

  /// Where each pair of the run is found in a record.
  let places: [Place]
  /// The cells of each section, and where they begin in a record.
  let grids: [(cells: CellGrid, offset: Int)]
  let halfWidth: Double

  /// A pair of the run in a record.
  struct Place {
    let active: Int
    let section: Int
  }

  init(
    _ block: LayeredBlock, _ run: PeriodicRun, nodes: [[StoredShowers]], pairsPerGroup: Int
  ) {
    self.block = block
    self.run = run
    self.nodes = nodes
    self.pairsPerGroup = pairsPerGroup
    let active = block.activeLayers
    let offsets = block.cellOffsets
    places = (0..<run.count).map { pair in
      let layer = run.first + 2 * pair + 1
      return Place(
        active: active.firstIndex(of: layer) ?? 0, section: block.layers[layer].section ?? 0)
    }
    grids = block.sections.enumerated().map { ($1.cells, offsets[$0]) }
    halfWidth = block.layers[run.first].halfWidth
  }

  /// True for a point in mm from which showers can be drawn.
  package func covers(_ position: ShowerVector) -> Bool {
    position.z >= run.start && position.z < run.end
  }

  /// Adds the response to a particle.
  ///
  /// - Parameters:
  ///   - particle: an electron, positron or photon in the run of layers, of any direction but along
  ///     the layers; its energy is kinetic. Its weight is not used.
  ///   - record: what its shower leaves is added to it.
  ///   - random: draws three numbers.
  /// - Returns: false for a particle elsewhere, for which nothing is added.
  @discardableResult
  package func draw(
    _ particle: ShowerParticle, into record: inout LayeredRecord,
    using random: inout RandomStream
  ) -> Bool {
    let slope = particle.direction.z
    guard covers(particle.position), slope.magnitude > 0.05 else { return false }
    let energy = particle.energy + (particle.species == .positron ? 2 * Electron.mass : 0)
    let family = nodes[particle.species == .photon ? 1 : 0]
    let (node, stretch) = choose(energy, in: family, &random)
    let showers = family[node]
    // The part of a pair where it begins; against the layers' order it sees them from behind.
    let pair = (particle.position.z - run.start) / run.period
    let phase = pair - pair.rounded(.down)
    let forward = slope > 0 ? phase : mirrored(phase)
    let parts = StoredShowers.parts
    var index = Int(random.uniform() * Double(showers.entries.count))
    var beginning = forward
    if showers.energy < Self.insensitive {
      index += min(Int(forward * Double(parts)), parts - 1) - index % parts
    } else {
      beginning = (Double(index % parts) + 0.5) / Double(parts)
    }
    let placement = ShowerPlacement(
      particle, in: run, turnedBy: 2 * .pi * random.uniform(), beginning: beginning,
      scale: energy / showers.energy, stretch: stretch)
    add(showers.entries[index], of: showers, placement, energy: energy, into: &record)
    return true
  }

  /// From this energy on, in GeV, showers look the same wherever in a pair they begin, to 0.5%.
  private static var insensitive: Double { 0.7 }

  /// The energy of the grid to draw from, and how its depths grow.
  private func choose(
    _ energy: Double, in family: [StoredShowers], _ random: inout RandomStream
  ) -> (node: Int, stretch: Double) {
    let choice = random.uniform()
    let last = family.count - 1
    guard energy > family[0].energy else { return (0, 1) }
    guard energy < family[last].energy else { return (last, 1) }
    let upper = family.firstIndex { $0.energy > energy } ?? last
    let (low, high) = (family[upper - 1].energy, family[upper].energy)
    let share = (1 / energy - 1 / high) / (1 / low - 1 / high)
    let (near, far) = (family[upper - 1].centroid, family[upper].centroid)
    let depth = near + (far - near) * log(energy / low) / log(high / low)
    return choice < share ? (upper - 1, depth / near) : (upper, depth / far)
  }

  /// The place within a pair whose surroundings in reverse are most like those of another.
  private func mirrored(_ phase: Double) -> Double {
    let mirror = 2 * run.middle - phase
    return mirror - mirror.rounded(.down)
  }
}
