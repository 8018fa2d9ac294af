// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Storage

/// All that a table of cross sections depends on.
package struct TableRequest: Hashable, Sendable {
  /// An atom, and how often it counts.
  package struct Constituent: Hashable, Sendable {
    /// The atom.
    package let atom: TargetAtom
    /// What its cross section is multiplied by: 1, or atoms per gram in a material.
    package let weight: Double

    /// Joins an atom and its weight.
    package init(_ atom: TargetAtom, weight: Double = 1) {
      self.atom = atom
      self.weight = weight
    }
  }

  /// Points with equal ratios from one end to the other, in GeV.
  package struct Axis: Hashable, Sendable {
    /// The lowest point.
    package let low: Double
    /// The highest point.
    package let high: Double
    /// How many points there are.
    package let count: Int

    /// Makes an axis.
    package init(from low: Double, to high: Double, count: Int) {
      self.low = low
      self.high = high
      self.count = count
    }
  }

  /// How X couples.
  package let structure: LorentzStructure
  /// The mass of the lepton in GeV.
  package let leptonMass: Double
  /// The atoms.
  package let constituents: [Constituent]
  /// How the cross section is computed.
  package let method: BremsstrahlungMethod
  /// Where the flux of virtual photons ends, for `ww`.
  package let fluxLimit: FluxLimit
  /// The masses of X.
  package let masses: Axis
  /// The total energies of the lepton.
  package let energies: Axis
  /// The numerical error of each point, as a fraction of it.
  package let relativeError: Double

  /// Joins what a table depends on.
  ///
  /// - Parameters:
  ///   - structure: how X couples; its coupling is e, so that epsilon is 1.
  ///   - leptonMass: in GeV.
  ///   - constituents: the atoms, at least one.
  ///   - method: how the cross section is computed; `leading-log` has no spectrum.
  ///   - fluxLimit: where the flux ends, for `ww`.
  ///   - masses: the masses of X, at least four.
  ///   - energies: the total energies of the lepton, at least four.
  ///   - relativeError: the numerical error of each point.
  /// - Throws: what no table can be made of.
  package init(
    _ structure: LorentzStructure, leptonMass: Double, on constituents: [Constituent],
    method: BremsstrahlungMethod = .exact, fluxLimit: FluxLimit = .mass, masses: Axis,
    energies: Axis, relativeError: Double = 1e-3
  ) throws(ProductionError) {
    for (name, axis) in [("masses", masses), ("energies", energies)] {
      guard axis.count >= 4, axis.low > 0, axis.low < axis.high, axis.high.isFinite else {
        throw ProductionError(
          "no table over these \(name)", because: "four points and two ends above zero are needed",
          try: "give a wider range or more points")
      }
    }
    guard method != .leadingLog else {
      throw ProductionError(
        "no table of the leading logarithm", because: "it has no spectrum in x",
        try: "use the method exact, ww or iww")
    }
    guard !constituents.isEmpty else {
      throw ProductionError(
        "no table of the vacuum", because: "there are no atoms", try: "give a material")
    }
    self.structure = structure
    self.leptonMass = leptonMass
    self.constituents = constituents
    self.method = method
    self.fluxLimit = fluxLimit
    self.masses = masses
    self.energies = energies
    self.relativeError = relativeError
  }

  /// Bremsstrahlung of an X of some mass (GeV) and coupling e on an atom.
  func process(mass: Double, on atom: TargetAtom) throws(ProductionError) -> any Process {
    try method.process(
      RadiatedBoson(structure, mass: mass, epsilon: 1), leptonMass: leptonMass, on: atom,
      fluxLimit: fluxLimit, relativeError: relativeError)
  }

  /// The key under which the table is kept.
  package var key: CacheKey {
    var key = CacheKey(
      "cross-sections",
      [
        "layout": .integer(CrossSectionTable.layout), "structure": .text(structure.rawValue),
        "lepton_mass": .number(leptonMass), "method": .text(method.rawValue),
        "flux_limit": .text(fluxLimit.rawValue), "relative_error": .number(relativeError),
        "mass_low": .number(masses.low), "mass_high": .number(masses.high),
        "mass_count": .integer(masses.count), "energy_low": .number(energies.low),
        "energy_high": .number(energies.high), "energy_count": .integer(energies.count),
      ])
    for constituent in constituents {
      let atom = constituent.atom
      let inelastic = atom.inelastic
      let numbers: KeyValuePairs<String, Double> = [
        "weight": constituent.weight, "z": atom.z, "a": atom.atomicWeight, "mass": atom.mass,
        "elastic_charge_square": atom.elastic.chargeSquare,
        "elastic_screening": atom.elastic.screening, "elastic_size": atom.elastic.size,
        "inelastic_charge": inelastic?.charge ?? 0,
        "inelastic_screening": inelastic?.screening ?? 0,
      ]
      for (name, number) in numbers { key = key.adding(name, .number(number)) }
    }
    return key
  }
}
