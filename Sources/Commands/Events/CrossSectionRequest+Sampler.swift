// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Matter
import Production

extension CrossSectionRequest {
  /// The sampler of final states on an atom of an element.
  ///
  /// - Parameters:
  ///   - mass: mass of X in GeV.
  ///   - element: the element.
  /// - Returns: the sampler at the energy of the beam.
  /// - Throws: where the process has no events.
  func sampler(
    mass: Double, on element: Element
  ) throws(ProductionError) -> any WeightedFinalStateSampler {
    let energy = energies[0].gev
    switch try process(methods[0], mass: mass, on: element, content) {
    case let process as ExactBremsstrahlung: return try process.sampler(at: energy)
    case let process as PrimakoffProduction: return try process.sampler(at: energy)
    case let process as ResonantAnnihilation: return try process.sampler(at: energy)
    case let process as ContinuumAnnihilation: return try process.sampler(at: energy)
    case let process as ComptonScattering: return try process.sampler(at: energy)
    default:
      throw ProductionError(
        "no events of \(channel.rawValue)", because: "there is no sampler of final states",
        try: "choose another process")
    }
  }

  /// The sampler of all masses at once on an atom of an element.
  ///
  /// - Parameter element: the element.
  /// - Returns: the sampler at the energy of the beam.
  /// - Throws: where one of the masses cannot be made.
  func hypotheses(on element: Element) throws(ProductionError) -> BremsstrahlungHypotheses {
    var processes: [ExactBremsstrahlung] = []
    for mass in masses {
      let process = try process(methods[0], mass: mass.gev, on: element, content)
      if let process = process as? ExactBremsstrahlung { processes.append(process) }
    }
    return try BremsstrahlungHypotheses(processes, at: energies[0].gev)
  }
}
