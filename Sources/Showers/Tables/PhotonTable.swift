// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

/// What happens to a photon, against its energy.
final class PhotonTable: @unchecked Sendable {
  /// The rates at one node.
  struct Node {
    /// Mean free path in mm.
    var freePath = 0.0
    /// Share of pair production among them.
    var converts = 0.0
    /// Share of pair production and Compton scattering.
    var scatters = 0.0
  }

  let grid: EnergyGrid
  let nodes: UnsafeMutablePointer<Node>

  /// Tabulates photons from a cutoff to an energy.
  init(_ processes: ShowerProcesses, cutoff: Double, highest: Double) {
    grid = EnergyGrid(from: cutoff, to: highest, bits: 4)
    nodes = .allocate(capacity: grid.count)
    nodes.initialize(repeating: Node(), count: grid.count)
    for index in 0..<grid.count {
      let energy = grid.energy(index)
      let pair = processes.pairProduction.total(energy)
      let compton = processes.comptonScattering.total(energy)
      let absorption = processes.photoelectricAbsorption.total(energy, in: processes.medium)
      let all = pair + compton + absorption
      nodes[index] = Node(
        freePath: 1 / all, converts: pair / all, scatters: (pair + compton) / all)
    }
  }

  deinit { nodes.deallocate() }
}
