// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Kinematics
import Numerics

extension ThinTargetEvents {
  /// The cross section in pb on the mean atom of what the events hold, one for each weight: that of
  /// production times the share of decays that were asked for.
  package var crossSections: [Double] { target.crossSections.map { $0 * fate.share } }

  /// What all events of the run have in common.
  ///
  /// - Parameters:
  ///   - version: that of the program.
  ///   - process: the process that makes X.
  ///   - names: the names of the weights.
  ///   - error: the relative numerical error of the cross section.
  ///   - remarks: further facts.
  /// - Returns: the header of a file.
  package func header(
    version: String, process: String, weights names: [String], relativeError error: Double,
    remarks: [RunRemark]
  ) -> RunHeader {
    let first = target.kinds[0].struck
    return RunHeader(
      version: version, process: process, beam: beam, beamEnergy: beamEnergy, target: first,
      seed: seed, species: species,
      weights: zip(names, crossSections).map { name, sigma in
        WeightColumn(name: name, crossSection: Estimate(value: sigma, error: error * sigma))
      },
      remarks: remarks)
  }

  /// Every kind of particle beside beam and first target, X first, each once.
  package var species: [NumberedSpecies] {
    let others =
      companions.compactMap { $0 } + target.kinds.map(\.struck) + fate.daughters.flatMap { $0 }
    var known: Set<Int32> = [boson.id]
    return [boson] + others.filter { known.insert($0.id).inserted }
  }
}
