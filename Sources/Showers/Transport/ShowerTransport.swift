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
  private let tables: ShowerTables
  private let electron: LeptonView
  private let positron: LeptonView
  private let photon: PhotonView
  private let electronRadiation: QuantileTable
  private let positronRadiation: QuantileTable
  private let pairShares: QuantileTable
  private let comptonShares: QuantileTable
  private let straggling: StragglingTable
  private let block: ShowerBlock
  private let electronThreshold: Double
  private let photonThreshold: Double
  private let photonCutoff: Double
  private let inverseRadiationLength: Double
  private let bindings: Double
  private let pointlike: Double
  private let logPointlike: Double
  private let mass = Electron.mass
  private let inverseMass = 1 / Electron.mass
  private var stack = ShowerStack()
  private var random: ShowerRandom
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

  // MARK: - Photons

  private mutating func follow(photon start: ShowerParticle) {
    var particle = start
    while true {
      let index = photon.grid.index(particle.energy)
      let fraction = photon.grid.fraction(particle.energy)
      let low = photon.nodes[index]
      let high = photon.nodes[index &+ 1]
      let freePath = low.freePath + fraction * (high.freePath - low.freePath)
      var length = random.exponential() * freePath
      var end = particle.position + length * particle.direction
      let leaves = !block.contains(end)
      if leaves {
        length *= block.share(from: particle.position, to: end)
        end = particle.position + length * particle.direction
      }
      scores.track(
        .photon, from: particle.energy, to: particle.energy,
        length: length * inverseRadiationLength, weight: particle.weight)
      let before = particle
      particle.position = end
      particle.time += length * (1 / PhysicalConstants.speedOfLight)
      if !Watcher.isIdle, visit(before, &particle, length: length) {
        if particle.energy < photonCutoff {
          deposit(particle.energy, at: end, particle.weight)
          return
        }
        if !leaves { continue }
      }
      if leaves {
        scores.leak(particle.energy * particle.weight, through: block.face(end))
        return
      }
      let choice = random.uniform()
      let converts = low.converts + fraction * (high.converts - low.converts)
      if choice < converts {
        convert(particle)
        return
      }
      let scatters = low.scatters + fraction * (high.scatters - low.scatters)
      if choice >= scatters {
        absorb(particle)
        return
      }
      guard scatter(&particle) else { return }
    }
  }

  /// Pair production.
  private mutating func convert(_ photon: ShowerParticle) {
    let least = mass / photon.energy
    let q = pairShares.draw(photon.energy, &random)
    let share = least + (0.5 - least) * q
    let available = photon.energy - 2 * mass
    var first = photon.energy * share - mass
    first = min(max(first, 0), available)
    let second = available - first
    let isElectron = random.uniform() < 0.5
    let electronEnergy = isElectron ? first : second
    let positronEnergy = available - electronEnergy
    let azimuth = random.azimuth()
    emit(.electron, electronEnergy, from: photon, azimuth)
    emit(.positron, positronEnergy, from: photon, (-azimuth.cosine, -azimuth.sine))
  }

  /// Sends out a member of a pair, or lays it down where it is made.
  @inline(__always)
  private mutating func emit(
    _ species: ShowerSpecies, _ energy: Double, from parent: ShowerParticle,
    _ azimuth: (cosine: Double, sine: Double)
  ) {
    if energy <= (species == .electron ? electron.cutoff : positron.cutoff) {
      scores.deposit(energy * parent.weight, at: parent.position)
      if species == .positron { annihilateAtRest(parent) }
      return
    }
    var particle = parent
    particle.species = species
    particle.energy = energy
    let x = tsaiAngle(energy)
    particle.direction = turned(
      parent.direction, cosine: 1 - x, sine: (x * (2 - x)).squareRoot(), azimuth: azimuth)
    stack.push(particle)
  }

  /// 1 - cos theta of radiation by, and of members of a pair of, a kinetic energy.
  ///
  /// u = theta E / m_e is distributed as u [exp(-a u) + d exp(-3 a u)], a = 0.625, d = 27.
  /// - Source: Tsai:1973py, angular distribution
  /// - Source: Geant4:2024phys, sampling
  @inline(__always)
  private mutating func tsaiAngle(_ energy: Double) -> Double {
    let most = 2 * (1 + energy * inverseMass)
    while true {
      let scale = random.uniform() < 0.25 ? 1 / 0.625 : 1 / 1.875
      let u = (random.exponential() + random.exponential()) * scale
      if u <= most {
        let ratio = u / most
        return 2 * ratio * ratio
      }
    }
  }

  /// Compton scattering; false if the photon ends here.
  private mutating func scatter(_ photon: inout ShowerParticle) -> Bool {
    let kappa = photon.energy * inverseMass
    let q = comptonShares.draw(photon.energy, &random)
    let least = 1 / (1 + 2 * kappa)
    let e = least + q * (1 - least)
    let x = min(max((1 - e) / (kappa * e), 0), 2)
    let after = photon.energy * e
    let direction = turned(
      photon.direction, cosine: 1 - x, sine: (x * (2 - x)).squareRoot(), azimuth: random.azimuth())
    let recoil = photon.energy - after
    if recoil > electron.cutoff {
      var particle = photon
      particle.species = .electron
      particle.energy = recoil
      particle.direction = (photon.energy * photon.direction - after * direction).unit
      stack.push(particle)
    } else {
      deposit(recoil, at: photon.position, photon.weight)
    }
    if after < photonCutoff {
      deposit(after, at: photon.position, photon.weight)
      return false
    }
    photon.energy = after
    photon.direction = direction
    return true
  }

  /// The photoelectric effect: the innermost shell's electron takes what its binding leaves.
  private mutating func absorb(_ photon: ShowerParticle) {
    let energy = photon.energy > bindings ? photon.energy - bindings : photon.energy
    deposit(photon.energy - energy, at: photon.position, photon.weight)
    var particle = photon
    particle.species = .electron
    particle.energy = energy
    if energy <= electron.cutoff {
      scores.deposit(energy * photon.weight, at: photon.position)
      return
    }
    let x = PhotoelectricAbsorption.angle(energy, &random)
    particle.direction = turned(
      photon.direction, cosine: 1 - x, sine: (x * (2 - x)).squareRoot(), azimuth: random.azimuth())
    stack.push(particle)
  }

  // MARK: - Electrons and positrons

  private mutating func follow(_ start: ShowerParticle, _ table: LeptonView, isPositron: Bool) {
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
      if stops {
        let factor = straggling.draw(variance: row.y / (row.x * row.x), &random)
        let stop = factor * (node[0].stop + fraction * (node[1].stop - node[0].stop))
        length = factor * row.x
        let cosine = 2 * random.uniform() - 1
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
        length = way.x * straggling.draw(variance: way.y / (way.x * way.x), &random)
        let (x, shrink) = deflection(
          max(way.z, 0), way.w, momentumSquare: before * (before + 2 * mass))
        particle.direction = turned(
          start.direction, cosine: 1 - x, sine: max(x * (2 - x), 0).squareRoot(),
          azimuth: random.azimuth())
        let first = random.uniform() * length * shrink
        end =
          start.position + first * start.direction
          + (length * shrink - first) * particle.direction
      }
      let leaves = !block.contains(end)
      if leaves {
        let share = block.share(from: start.position, to: end)
        end = start.position + share * (end - start.position)
        length *= share
        after = before - share * (before - after)
      }
      scores.track(
        species, from: before, to: after, length: length * inverseRadiationLength,
        weight: start.weight)
      scores.deposit(
        (before - after) * start.weight, from: start.position, to: end, at: random.uniform())
      particle.position = end
      particle.energy = after
      if !Watcher.isIdle { particle.time += length * slowness(before, after) }
      if !Watcher.isIdle, visit(start, &particle, length: length), !leaves {
        if particle.energy <= 0 { return }
        continue
      }
      if leaves {
        scores.leak(particle.energy * particle.weight, through: block.face(end))
        if isPositron { scores.leakRestMass(2 * mass * particle.weight) }
        return
      }
      if stops { break }
      let choice = random.uniform()
      if choice < shares.z {
        radiate(&particle, isPositron)
      } else if !isPositron {
        knockMoller(&particle)
      } else if choice < shares.w {
        knockBhabha(&particle)
      } else {
        annihilate(particle)
        return
      }
    }
    scores.deposit(particle.energy * particle.weight, at: particle.position)
    if isPositron { annihilateAtRest(particle) }
  }

  /// Draws 1 - cos of the angle between the directions before and after, and returns how much shorter
  /// than its path a step is for its mean advance to be right.
  ///
  /// The mean cosine exp(-K) is that of the transport cross section. The shape is that of many soft
  /// deflections, exp(kappa cos theta) on the sphere, and in one step of ten of one hard deflection
  /// with the spectrum dx / x^2 of Rutherford beyond the angle that is reached so often.
  ///
  /// The two legs of a step have the mean projection tanh(K / 2) / K of its path each.
  /// - Source: Fisher:1953dispersion, distribution on a sphere
  /// - Source: Moliere:1947theorie, core and tail
  @inline(__always)
  private mutating func deflection(
    _ scattering: Double, _ singles: Double, momentumSquare square: Double
  ) -> (x: Double, shrink: Double) {
    var soft = scattering
    var hard = 0.0
    let least = (0.5 / Self.hardShare) * singles
    if singles > 1e-12, 2 * least * square < pointlike, least < 1 {
      // Mean of x in a hard deflection times their number.
      let logarithm = min(logPointlike - roughLog(square), M_LN2) - roughLog(least)
      soft = max(scattering - 0.5 * singles * logarithm, 0.1 * scattering)
      let u = random.uniform()
      if u < Self.hardShare {
        let x = least / (1 - u * (1 / Self.hardShare))
        if x * square < pointlike, x < 2 { hard = x }
      }
    }
    let x: Double
    let shrink: Double
    if soft < 0.05 {
      let width = soft - 0.5 * soft * soft
      x = min(random.exponential() * width, 2)
      shrink = 1 - scattering * scattering / 12
    } else {
      let c = quickExp(-soft)
      let kappa = c * (3 - c * c) / (1 - c * c)
      shrink = 2 * (1 - c) / ((1 + c) * soft)
      if kappa > 4 {
        x = min(random.exponential() / kappa, 2)
      } else {
        let u = random.uniform()
        x =
          kappa < 1e-3
          ? 2 * u : min(max(-quickLog(u + (1 - u) * quickExp(-2 * kappa)) / kappa, 0), 2)
      }
    }
    guard hard > 0 else { return (x, shrink) }
    let sines = (x * (2 - x) * hard * (2 - hard)).squareRoot()
    let both = 1 - (1 - x) * (1 - hard) + sines * random.azimuth().cosine
    return (min(max(both, 0), 2), shrink)
  }

  /// How often a step holds a hard deflection.
  private static var hardShare: Double { 0.1 }

  /// 1 / v in ns/mm, from the squares of the momenta before and after.
  @inline(__always)
  private mutating func slowness(_ before: Double, _ after: Double) -> Double {
    let squares = (before * (before + 2 * mass)) * (after * (after + 2 * mass))
    let x = mass * mass / squares.squareRoot()
    return (1 + x).squareRoot() * (1 / PhysicalConstants.speedOfLight)
  }

  /// Bremsstrahlung.
  @inline(__always)
  private mutating func radiate(_ particle: inout ShowerParticle, _ isPositron: Bool) {
    let energy = particle.energy
    let q =
      isPositron
      ? positronRadiation.draw(energy, &random) : electronRadiation.draw(energy, &random)
    let k = min(photonThreshold + q * (energy - photonThreshold), energy)
    particle.energy = energy - k
    guard k > photonCutoff else {
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
    stack.push(photon)
    // The recoil of soft photons is lost in multiple scattering.
    guard k > 0.02 * energy, particle.energy > 0 else { return }
    let momentum = (energy * (energy + 2 * mass)).squareRoot()
    particle.direction = (momentum * particle.direction - k * photon.direction).unit
  }

  /// Moller scattering, by rejection.
  /// - Source: Messel:1970, electron-electron scattering
  private mutating func knockMoller(_ particle: inout ShowerParticle) {
    let energy = particle.energy
    let low = electronThreshold / energy
    guard low < 0.5 else { return }
    let gamma = energy / mass + 1
    let gammaSquare = gamma * gamma
    let c2 = (2 * gamma - 1) / gammaSquare
    let c1 = (gamma - 1) * (gamma - 1) / gammaSquare
    var x: Double
    var value: Double
    // x^2 times the bracket is at most 9/4 with c1 = 1, at x = 1/2.
    let most = 1 + 0.25 * c1 + 1
    repeat {
      let u = random.uniform()
      x = low * 0.5 / (low * (1 - u) + 0.5 * u)
      let r = x / (1 - x)
      value = 1 + r * r + c1 * x * x - c2 * (x + x * x / (1 - x))
    } while random.uniform() * most > value
    knock(&particle, x * energy)
  }

  /// Bhabha scattering, by rejection.
  /// - Source: Messel:1970, positron-electron scattering
  private mutating func knockBhabha(_ particle: inout ShowerParticle) {
    let energy = particle.energy
    let low = electronThreshold / energy
    guard low < 1 else { return }
    let tau = energy / mass
    let gamma = tau + 1
    let betaSquare = tau * (tau + 2) / (gamma * gamma)
    let b = KnockOn.Bhabha(gamma: gamma)
    var x: Double
    var value: Double
    repeat {
      let u = random.uniform()
      x = low / (low * (1 - u) + u)
      value = 1 + betaSquare * x * (-b.b1 + x * (b.b2 + x * (-b.b3 + b.b4 * x)))
    } while random.uniform() > value
    knock(&particle, x * energy)
  }

  /// Sends out a knock-on electron.
  @inline(__always)
  private mutating func knock(_ particle: inout ShowerParticle, _ transfer: Double) {
    let energy = particle.energy
    let momentum = (energy * (energy + 2 * mass)).squareRoot()
    let knocked = (transfer * (transfer + 2 * mass)).squareRoot()
    let cosine = min(transfer * (energy + 2 * mass) / (momentum * knocked), 1)
    let direction = turned(
      particle.direction, cosine: cosine, sine: (1 - cosine * cosine).squareRoot(),
      azimuth: random.azimuth())
    particle.energy = energy - transfer
    if transfer > electron.cutoff {
      var electron = particle
      electron.species = .electron
      electron.energy = transfer
      electron.direction = direction
      stack.push(electron)
    } else {
      deposit(transfer, at: particle.position, particle.weight)
    }
    guard particle.energy > 0 else { return }
    particle.direction = (momentum * particle.direction - knocked * direction).unit
  }

  /// Annihilation in flight; e, the share of the first photon, is distributed as
  ///
  ///     [1 + 2 gamma / (gamma + 1)^2 - e - 1 / ((gamma + 1)^2 e)] / e
  ///
  /// between 1/2 -+ sqrt((gamma - 1) / (gamma + 1)) / 2.
  /// - Source: Heitler:1954, section 27
  private mutating func annihilate(_ particle: ShowerParticle) {
    let gamma = particle.energy / mass + 1
    let root = ((gamma - 1) / (gamma + 1)).squareRoot()
    let low = 0.5 * (1 - root)
    let span = log((1 + root) / (1 - root))
    let square = (gamma + 1) * (gamma + 1)
    var e: Double
    var value: Double
    repeat {
      e = low * exp(span * random.uniform())
      value = 1 - e + (2 * gamma * e - 1) / (e * square)
    } while random.uniform() > value
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
  private mutating func send(
    _ energy: Double, _ direction: ShowerVector, from parent: ShowerParticle
  ) {
    guard energy > photonCutoff else {
      deposit(energy, at: parent.position, parent.weight)
      return
    }
    var photon = parent
    photon.species = .photon
    photon.energy = energy
    photon.direction = direction
    stack.push(photon)
  }

  /// Annihilation of a positron at rest where a particle is.
  private mutating func annihilateAtRest(_ particle: ShowerParticle) {
    if mass <= photonCutoff {
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

  // MARK: - Accounts

  @inline(__always)
  private mutating func deposit(_ energy: Double, at place: ShowerVector, _ weight: Double) {
    scores.deposit(energy * weight, at: place)
  }

  /// Shows a step to the watcher; true if it changed the particle.
  private mutating func visit(
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
  private mutating func worth(_ particle: ShowerParticle) -> Double {
    (particle.energy + (particle.species == .positron ? 2 * mass : 0)) * particle.weight
  }
}
