// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Matter
import Production
import Searches

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
  ) throws(ProductionError) -> any FinalStateSampler {
    let energy = energies[0].gev
    let process = try process(methods[0], mass: mass, on: element, content)
    switch process {
    case let process as ExactBremsstrahlung:
      return try BremsstrahlungSampler(process, at: energy)
    default:
      throw ProductionError(
        "no events of \(channel.rawValue)", because: "there is no sampler", try: "use brems")
    }
  }
}
