// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// The tables of a material as hot loops see them; the tables themselves must live on.
struct MediumView {
  /// A lepton's table.
  struct Lepton {
    let grid: EnergyGrid
    let nodes: UnsafeMutablePointer<LeptonTable.Node>
    let cutoff: Double

    init(_ table: LeptonTable) {
      grid = table.grid
      nodes = table.nodes
      cutoff = table.cutoff
    }
  }

  /// The photons' table.
  struct Photon {
    let grid: EnergyGrid
    let nodes: UnsafeMutablePointer<PhotonTable.Node>
  }

  let electron: Lepton
  let positron: Lepton
  let photon: Photon
  let electronRadiation: QuantileTable.View
  let positronRadiation: QuantileTable.View
  let pairShares: QuantileTable.View
  let comptonShares: QuantileTable.View
  let electronThreshold: Double
  let photonThreshold: Double
  let photonCutoff: Double
  let inverseRadiationLength: Double
  let bindings: Double
  let pointlike: Double
  let logPointlike: Double

  init(_ tables: ShowerTables) {
    electron = Lepton(tables.electron)
    positron = Lepton(tables.positron)
    photon = Photon(grid: tables.photon.grid, nodes: tables.photon.nodes)
    electronRadiation = tables.electronRadiation.view
    positronRadiation = tables.positronRadiation.view
    pairShares = tables.pairShares.view
    comptonShares = tables.comptonShares.view
    electronThreshold = tables.processes.thresholds.electron
    photonThreshold = tables.processes.thresholds.photon
    photonCutoff = tables.cutoffs.photon
    inverseRadiationLength = 1 / tables.processes.medium.radiationLength
    pointlike = tables.processes.elasticScattering.pointlikeScale
    logPointlike = log(pointlike)
    let heaviest = tables.processes.medium.constituents.map(\.z).max() ?? 1
    bindings = PhotoelectricAbsorption.innerBinding(z: heaviest)
  }
}

/// The materials of a geometry side by side, with the tables that they look into.
struct MediumViews: ~Copyable {
  /// The first of them.
  let first: UnsafePointer<MediumView>
  /// How many there are.
  let count: Int
  private let tables: [ShowerTables]

  init(_ tables: [ShowerTables]) {
    let places = UnsafeMutablePointer<MediumView>.allocate(capacity: tables.count)
    for (index, table) in tables.enumerated() {
      (places + index).initialize(to: MediumView(table))
    }
    first = UnsafePointer(places)
    count = tables.count
    self.tables = tables
  }

  deinit { first.deallocate() }
}
