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
  /// The integrals at one node, counted from the cutoff, in rows that are interpolated at once.
  struct Node {
    /// Range in mm, straggling in mm^2, scattering, single angles.
    var path = SIMD4<Double>()
    /// Interactions; energy lost for each of them from here to the next node, dE / dN; share of
    /// bremsstrahlung among them; share of bremsstrahlung and knock-on electrons.
    var collisions = SIMD4<Double>()
    /// Mean advance along the initial direction until the particle stops; root mean square distance
    /// of the stopping point from the end of the advance.
    var stop = SIMD2<Double>()
  }

  let grid: EnergyGrid
  let nodes: UnsafeMutablePointer<Node>

  /// The energy at which the particle is stopped.
  let cutoff: Double

  /// The rates at one energy.
  private struct Rates {
    var loss = 0.0
    var radiation = 0.0
    var knockOn = 0.0
    var annihilation = 0.0
    var scattering = 0.0
    var variance = 0.0
    var singles = 0.0

    /// What is integrated over energy.
    var path: SIMD4<Double> { SIMD4(1, variance / (loss * loss), scattering, singles) / loss }

    /// Interactions per energy lost.
    var perEnergy: Double { (radiation + knockOn + annihilation) / loss }

    /// The last two are the shares among interactions.
    var shares: SIMD4<Double> {
      let all = radiation + knockOn + annihilation
      return all > 0 ? SIMD4(0, 0, radiation / all, (radiation + knockOn) / all) : SIMD4()
    }
  }

  /// Tabulates a particle from its cutoff to an energy.
  init(_ processes: ShowerProcesses, of lepton: Lepton, cutoff: Double, highest: Double) {
    self.cutoff = cutoff
    grid = EnergyGrid(from: cutoff, to: highest, bits: 4)
    nodes = .allocate(capacity: grid.count)
    nodes.initialize(repeating: Node(), count: grid.count)
    var before = Self.rates(processes, lepton, grid.energy(0))
    nodes[0].collisions = before.shares
    for index in 1..<grid.count {
      let low = grid.energy(index - 1)
      let high = grid.energy(index)
      let middle = Self.rates(processes, lepton, 0.5 * (low + high))
      let after = Self.rates(processes, lepton, high)
      // Simpson's rule.
      let sixth = (high - low) / 6
      nodes[index].path =
        nodes[index - 1].path + sixth * (before.path + 4 * middle.path + after.path)
      let interactions =
        sixth * (before.perEnergy + 4 * middle.perEnergy + after.perEnergy)
      nodes[index].collisions = after.shares
      nodes[index].collisions.x = nodes[index - 1].collisions.x + interactions
      nodes[index - 1].collisions.y = interactions > 0 ? (high - low) / interactions : 0
      before = after
    }
    let share = grid.fraction(cutoff)
    let path = nodes[0].path + share * (nodes[1].path - nodes[0].path)
    let interactions =
      nodes[0].collisions.x + share * (nodes[1].collisions.x - nodes[0].collisions.x)
    for index in 0..<grid.count {
      nodes[index].path -= path
      nodes[index].collisions.x -= interactions
    }
    tabulateStops()
  }

  deinit { nodes.deallocate() }

  /// Tabulates where the particle stops.
  ///
  /// The mean advance A along the initial direction and the mean square distance P from the start obey
  ///
  ///     dA/dR = 1 - A / lambda,    dP/dR = 2 A
  ///
  /// as a further piece of path is put before the others.
  /// - Source: Lewis:1950, moments of multiple scattering
  private func tabulateStops() {
    let start = grid.fraction(cutoff)
    var (advance, square) = (0.0, 0.0)
    for index in 1..<grid.count {
      let whole = nodes[index].path.x - nodes[index - 1].path.x
      let scatter = nodes[index].path.z - nodes[index - 1].path.z
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
      nodes[index].stop = SIMD2(advance, max(square - advance * advance, 0).squareRoot())
    }
    // So that the line from the first node passes through zero at the cutoff.
    nodes[0].stop = (start < 1 ? -start / (1 - start) : 0) * nodes[1].stop
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
