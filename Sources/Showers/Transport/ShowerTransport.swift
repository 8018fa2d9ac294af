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
struct ShowerTransport<Watcher: Emitter>: ~Copyable {
  let tables: ShowerTables
  let electron: LeptonView
  let positron: LeptonView
  let photon: PhotonView
  let electronRadiation: QuantileTable
  let positronRadiation: QuantileTable
  let pairShares: QuantileTable
  let comptonShares: QuantileTable
  let straggling: StragglingTable
  let block: ShowerBlock
  let electronThreshold: Double
  let photonThreshold: Double
  let photonCutoff: Double
  let inverseRadiationLength: Double
  let bindings: Double
  let pointlike: Double
  let logPointlike: Double
  let mass = Electron.mass
  let inverseMass = 1 / Electron.mass
  var stack = ShowerStack()
  var random: ShowerRandom
  /// What is scored.
  var scores: ShowerScorer
  /// What watches.
  var watcher: Watcher

  /// A lepton's table as hot loops see it.
  struct LeptonView {
    let grid: EnergyGrid
    let nodes: UnsafeMutablePointer<LeptonTable.Node>
    let cutoff: Double

    init(_ table: LeptonTable) {
      grid = table.grid
      nodes = table.nodes
      cutoff = table.cutoff
    }
  }

  /// The photons' table as hot loops see it.
  struct PhotonView {
    let grid: EnergyGrid
    let nodes: UnsafeMutablePointer<PhotonTable.Node>
  }

  init(_ tables: ShowerTables, block: ShowerBlock, tally: ShowerTally, watcher: Watcher) {
    scores = ShowerScorer(tally)
    self.tables = tables
    self.block = block
    self.watcher = watcher
    electron = LeptonView(tables.electron)
    positron = LeptonView(tables.positron)
    photon = PhotonView(grid: tables.photon.grid, nodes: tables.photon.nodes)
    electronRadiation = tables.electronRadiation
    positronRadiation = tables.positronRadiation
    pairShares = tables.pairShares
    comptonShares = tables.comptonShares
    straggling = tables.straggling
    electronThreshold = tables.processes.thresholds.electron
    photonThreshold = tables.processes.thresholds.photon
    photonCutoff = tables.cutoffs.photon
    inverseRadiationLength = 1 / tables.processes.medium.radiationLength
    random = ShowerRandom(seed: 0, event: 0)
    pointlike = tables.processes.elasticScattering.pointlikeScale
    logPointlike = log(pointlike)
    let heaviest = tables.processes.medium.constituents.map(\.z).max() ?? 1
    bindings = PhotoelectricAbsorption.innerBinding(z: heaviest)
  }

  /// Follows a beam particle and all that comes of it.
  mutating func run(_ beam: ShowerParticle, seed: UInt64, event: Int) {
    random.begin(seed: seed, event: event)
    if !Watcher.isIdle { watcher.begin(event: event, seed: seed) }
    stack.push(beam)
    while let particle = stack.pop() {
      switch particle.species {
      case .photon: follow(photon: particle)
      case .electron: follow(particle, electron, isPositron: false)
      case .positron: follow(particle, positron, isPositron: true)
      }
    }
    if !Watcher.isIdle { watcher.endEvent() }
    scores.closeEvent()
  }

  @inline(__always)
  mutating func deposit(_ energy: Double, at place: ShowerVector, _ weight: Double) {
    scores.deposit(energy * weight, at: place)
  }

  /// Shows a step to the watcher; true if it changed the particle.
  mutating func visit(
    _ start: ShowerParticle, _ particle: inout ShowerParticle, length: Double
  ) -> Bool {
    let step = ShowerStep(
      start: start, energyAfter: particle.energy, length: length, end: particle.position)
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
