// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Matter

/// What happens to an electron or positron between two interactions, against its energy.
///
/// Energy is lost continuously at the rate L(E), so that everything along a track is a difference of
/// integrals over energy, from the lowest energy up:
///
///     range          R = Int dE / L            path between two energies
///     interactions   N = Int Sigma dE / L      mean number of interactions on the way
///     scattering     K = Int dE / (lambda L)   the mean cosine is exp(-difference)
///     straggling     W = Int omega dE / L^3    variance of the path between two energies
///     single angles  C = Int chi dE / L        chi / theta^2: deflections above theta per mm
///
/// Sigma: interactions per mm; lambda: transport mean free path; omega: mean square loss per mm. Where
/// the next interaction comes is drawn exactly, with no step limit and no rejection, however fast
/// Sigma changes along the way.
final class LeptonTable: @unchecked Sendable {
  /// The integrals at one node.
  struct Node {
    var range = 0.0
    var interactions = 0.0
    var scattering = 0.0
    var straggling = 0.0
    var singles = 0.0
    /// Energy lost for each interaction from here to the next node, dE / dN.
    var lossPerInteraction = 0.0
    /// Mean advance along the initial direction until the particle stops.
    var advance = 0.0
    /// Root mean square distance of the stopping point from the end of the advance.
    var spread = 0.0
    /// Share of bremsstrahlung among the interactions.
    var radiates = 0.0
    /// Share of bremsstrahlung and knock-on electrons.
    var knocks = 0.0
  }

  let grid: EnergyGrid
  let nodes: UnsafeMutablePointer<Node>

  /// The energy at which the particle is stopped.
  let cutoff: Double
  /// The interactions and the range below the cutoff.
  let interactionsAtCutoff: Double

  /// The rates at one energy.
  private struct Rates {
    var loss = 0.0
    var radiation = 0.0
    var knockOn = 0.0
    var annihilation = 0.0
    var scattering = 0.0
    var variance = 0.0
    var singles = 0.0
    var interactions: Double { radiation + knockOn + annihilation }
  }

  /// Tabulates a particle from its cutoff to an energy.
  init(_ processes: ShowerProcesses, of lepton: Lepton, cutoff: Double, highest: Double) {
    self.cutoff = cutoff
    grid = EnergyGrid(from: cutoff, to: highest, bits: 4)
    nodes = .allocate(capacity: grid.count)
    nodes.initialize(repeating: Node(), count: grid.count)
    var before = Self.rates(processes, lepton, grid.energy(0))
    Self.share(before, &nodes[0])
    for index in 1..<grid.count {
      let low = grid.energy(index - 1)
      let high = grid.energy(index)
      let middle = Self.rates(processes, lepton, 0.5 * (low + high))
      let after = Self.rates(processes, lepton, high)
      let previous = nodes[index - 1]
      func simpson(_ f: (Rates) -> Double) -> Double {
        (high - low) / 6 * (f(before) + 4 * f(middle) + f(after))
      }
      var node = Node()
      node.range = previous.range + simpson { 1 / $0.loss }
      node.interactions = previous.interactions + simpson { $0.interactions / $0.loss }
      node.scattering = previous.scattering + simpson { $0.scattering / $0.loss }
      node.straggling =
        previous.straggling + simpson { $0.variance / ($0.loss * $0.loss * $0.loss) }
      node.singles = previous.singles + simpson { $0.singles / $0.loss }
      Self.share(after, &node)
      let interactions = node.interactions - previous.interactions
      nodes[index - 1].lossPerInteraction = interactions > 0 ? (high - low) / interactions : 0
      nodes[index] = node
      before = after
    }
    let share = grid.fraction(cutoff)
    interactionsAtCutoff =
      nodes[0].interactions + share * (nodes[1].interactions - nodes[0].interactions)
    tabulateStops()
  }

  deinit { nodes.deallocate() }

  /// Where the particle stops: the mean advance A along the initial direction and the mean square
  /// distance P from the start obey
  ///
  ///     dA/dR = 1 - A / lambda,    dP/dR = 2 A
  ///
  /// as a further piece of path is put before the others.
  /// - Source: Lewis:1950, moments of multiple scattering
  private func tabulateStops() {
    let start = grid.fraction(cutoff)
    var (advance, square) = (0.0, 0.0)
    for index in 1..<grid.count {
      let whole = nodes[index].range - nodes[index - 1].range
      let scatter = nodes[index].scattering - nodes[index - 1].scattering
      let part = index == 1 ? 1 - start : 1
      let steps = 16
      let path = whole * part / Double(steps)
      let decay = exp(-scatter * part / Double(steps))
      let gain = scatter > 1e-12 ? path * (1 - decay) * Double(steps) / (scatter * part) : path
      for _ in 0..<steps {
        let next = advance * decay + gain
        square += path * (advance + next)
        advance = next
      }
      nodes[index].advance = advance
      nodes[index].spread = max(square - advance * advance, 0).squareRoot()
    }
    // So that the line from the first node passes through zero at the cutoff.
    let first = nodes[1]
    let slope = start < 1 ? -start / (1 - start) : 0
    nodes[0].advance = slope * first.advance
    nodes[0].spread = slope * first.spread
  }

  private static func share(_ rates: Rates, _ node: inout Node) {
    let all = rates.interactions
    guard all > 0 else { return }
    node.radiates = rates.radiation / all
    node.knocks = (rates.radiation + rates.knockOn) / all
  }

  private static func rates(
    _ processes: ShowerProcesses, _ lepton: Lepton, _ energy: Double
  ) -> Rates {
    var rates = Rates()
    let threshold = processes.thresholds.photon
    let spectrum = processes.bremsstrahlung.spectrum(kineticEnergy: energy, of: lepton)
    let soft = LogRange(from: 1e-6 * min(threshold, energy), to: min(threshold, energy))
    let loss = soft.integrate { k in k * spectrum(k) }
    let variance = soft.integrate { k in k * k * spectrum(k) }
    rates.loss = loss + processes.collisionLoss(kineticEnergy: energy, of: lepton)
    rates.variance =
      variance + processes.collisionLoss.variance(kineticEnergy: energy, of: lepton)
    rates.radiation = LogRange(from: threshold, to: energy).integrate(spectrum)
    rates.knockOn = processes.knockOn.total(kineticEnergy: energy, of: lepton)
    if lepton == .positron {
      rates.annihilation = processes.annihilation.total(kineticEnergy: energy)
    }
    rates.scattering = processes.elasticScattering.transport(kineticEnergy: energy, of: lepton)
    rates.singles = processes.elasticScattering.strength(kineticEnergy: energy)
    return rates
  }
}
