// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Matter
import Quantities

/// How far particles are followed in a layered block, each material by itself.
package enum LayeredCuts: Hashable, Sendable {
  /// For thin layers: knock-on electrons are made where they go further than a path, photons from
  /// 100 keV on; charged particles are followed to 100 keV, photons until they go no further than
  /// a seventh of the path, or to 10 keV.
  case range(Length)
  /// One production threshold and tracking cutoff for all. A hard cutoff biases what layers that are
  /// read out see by percents.
  case hard(Energy)
  /// Only particles above a high energy, for tracks that make heavy particles; photons and knock-on
  /// electrons below a thirtieth of it count as continuous loss.
  case onlyAbove(Energy)

  /// As detectors are simulated: 0.7 mm.
  package static let detector = LayeredCuts.range(.mm(0.7))

  /// The lowest energy of photons in GeV.
  static let lowestPhoton = 1e-5
  /// The lowest energy of electrons in GeV.
  static let lowestElectron = 1e-4

  /// The thresholds and cutoffs of a material.
  func resolve(
    _ medium: ShowerMedium, _ processes: ShowerProcesses
  ) -> (thresholds: ProductionThresholds, cutoffs: TrackingCutoffs) {
    switch self {
    case .hard(let energy):
      return (
        ProductionThresholds(photon: energy.gev, electron: energy.gev),
        TrackingCutoffs(all: energy.gev)
      )
    case .onlyAbove(let energy):
      let threshold = max(energy.gev / 30, Self.lowestElectron)
      return (
        ProductionThresholds(photon: threshold, electron: threshold),
        TrackingCutoffs(all: energy.gev)
      )
    case .range(let path):
      let electron = max(Self.energy(ofRange: path.mm, in: medium), Self.lowestElectron)
      return (
        ProductionThresholds(photon: Self.lowestElectron, electron: electron),
        TrackingCutoffs(
          photon: Self.energy(ofFreePath: path.mm / 7, processes), electron: Self.lowestElectron,
          positron: Self.lowestElectron)
      )
    }
  }

  /// The kinetic energy in GeV of electrons that come to rest after a path in mm.
  static func energy(ofRange path: Double, in medium: ShowerMedium) -> Double {
    var energy = 1e-5
    while CollisionLoss.range(energy, in: medium) < path, energy < 1 { energy *= 1.01 }
    return energy
  }

  /// The highest energy in GeV, up to 100 keV, below which photons go no further than a path in mm on
  /// average; at least 10 keV.
  private static func energy(ofFreePath path: Double, _ processes: ShowerProcesses) -> Double {
    var energy = lowestPhoton
    while energy < lowestElectron {
      let rate =
        processes.photoelectricAbsorption.total(energy, in: processes.medium)
        + processes.comptonScattering.total(energy)
      if rate * path < 1 { break }
      energy *= 1.05
    }
    return energy
  }
}
