// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import DarkSector
import Matter
import Numerics
import Production
import Quantities
import Storage

extension CrossSectionReport {
  /// The report for programs.
  var json: JSONValue {
    var members = request.json
    members["points"] = .array(points.map(document))
    let notes = remarks
    if !notes.isEmpty { members["notes"] = .array(notes.map { .string($0) }) }
    if isPartial { members["interrupted_after"] = .integer(points.count) }
    return .object(members)
  }

  private func document(of point: CrossSectionPoint) -> JSONValue {
    var members: [String: JSONValue] = [
      "mass_gev": .number(point.mass.gev), "energy_gev": .number(point.energy.gev),
    ]
    let notes = point.notes
    if !notes.isEmpty { members["note"] = .string(notes.joined(separator: "; ")) }
    if let first = point.values.first {
      members.merge(document(of: first, at: point)) { $1 }
      members["method"] = .string(first.method.name)
    }
    if point.values.count > 1 {
      members["methods"] = .object(
        Dictionary(
          point.values.map { ($0.method.name, .object(document(of: $0, at: point))) }
        ) { first, _ in first })
    }
    return .object(members)
  }

  private func document(
    of value: CrossSectionPoint.Value, at point: CrossSectionPoint
  ) -> [String: JSONValue] {
    guard let result = value.crossSection else {
      return [
        "sigma_pb": .null, "relative_error": .null,
        "reason": .string(value.problem?.description ?? ""),
      ]
    }
    var members: [String: JSONValue] = [
      "sigma_pb": .number(result.perAtom.value),
      "relative_error": .number(result.perAtom.relativeError),
      "sigma_per_gram_pb": .number(result.perGram.value),
    ]
    if let probability = result.perRadiationLength {
      members["per_radiation_length"] = .number(probability.value)
    }
    if !request.channel.isInField {
      members["sigma_per_electron_pb"] = .number(result.perAtom.value / request.electronsPerAtom)
    }
    if let ratio = point.ratioToExact(value), value.method.name != "exact" {
      members["ratio_to_exact"] = .number(ratio)
    }
    if let full = value.full {
      members["band_pb"] = [
        "elastic": .number(result.perAtom.value), "full": .number(full.perAtom.value),
      ]
    }
    if result.components.count > 1 {
      members["per_element_pb"] = .object(
        Dictionary(
          result.components.map { ($0.element.symbol, .number($0.perAtom.value)) }
        ) { first, _ in first })
    }
    if let spectrum = request.spectrum {
      members["spectrum"] = .array(
        value.spectrum.map { entry in
          [
            spectrum.variable.placeKey: .number(entry.place),
            spectrum.variable.densityKey: .number(entry.density.value),
            "relative_error": entry.density.value > 0
              ? .number(entry.density.relativeError) : .null,
          ]
        })
    }
    return members
  }
}

extension SpectrumVariable {
  /// The key of the variable in records.
  var placeKey: String { self == .angle ? "theta_rad" : "x" }
  /// The key of the spectrum in records.
  var densityKey: String { self == .angle ? "dsigma_dtheta_pb" : "dsigma_dx_pb" }
}

extension CrossSectionRequest {
  /// The mean number of electrons of an atom.
  var electronsPerAtom: Double {
    target.composition.electronsPerMass / target.composition.atomsPerMass
  }

  /// What was asked, for programs.
  var json: [String: JSONValue] {
    var members: [String: JSONValue] = [
      "process": .string(channel.rawValue), "mediator": .string(structure.rawValue),
      "projectile": .string(projectileName), "material": .string(target.name),
      "method": .string(methods[0].name),
      "methods": .array(methods.map { .string($0.name) }), "accuracy": .number(accuracy),
      "elements": .array(
        zip(target.composition.components, target.composition.atomFractions).map {
          [
            "symbol": .string($0.element.symbol), "z": .integer($0.element.z),
            "atomic_weight": .number($0.element.atomicWeight), "atom_fraction": .number($1),
          ]
        }),
    ]
    if channel == .brems { members["lepton"] = .string(projectile.rawValue) }
    if let length = target.radiationLength {
      members["radiation_length_g_per_cm2"] = .number(length)
    }
    switch coupling {
    case .epsilon(let epsilon): members["epsilon"] = .number(epsilon)
    case .perGeV(let g): members["g_per_gev"] = .number(g)
    case .leptons(let couplings):
      members["couplings"] = .object(
        Dictionary(
          Lepton.allCases.map { ($0.rawValue, .number(couplings[$0])) }
        ) { first, _ in first })
    }
    if channel.isInField {
      members["form_factor"] = .string(content == .elastic ? "elastic" : "full")
    }
    if methods.contains(.bremsstrahlung(.williams)) {
      members["flux_tmax"] = .string(fluxLimit.rawValue)
    }
    if let shares {
      members["x_min"] = .number(shares.lowerBound)
      members["x_max"] = .number(shares.upperBound)
    }
    if channel == .annihilation { members.merge(annihilation.json) { $1 } }
    return members
  }
}

extension CrossSectionRequest.Annihilation {
  /// What X decays to, for programs.
  fileprivate var json: [String: JSONValue] {
    var members: [String: JSONValue] = [
      "final": .string(final.rawValue), "electrons": .string(isBound ? "bound" : "at-rest"),
      "propagator": .string(propagator.rawValue),
    ]
    guard let kind else { return members }
    members["dark_matter"] = .string(kind.rawValue)
    members["alpha_d"] = .number(alpha)
    switch mass {
    case .ratio(let ratio): members["mass_chi_ratio"] = .number(ratio)
    case .mass(let mass): members["mass_chi_gev"] = .number(mass.gev)
    }
    if kind == .pseudoDirac { members["splitting"] = .number(splitting) }
    return members
  }
}
