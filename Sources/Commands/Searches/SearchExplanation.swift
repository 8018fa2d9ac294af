// Copyright (C) the Lacuna contributors. SPDX-License-Identifier: GPL-3.0-or-later

import Matter
import Production
import Quantities
import Searches
import Storage

/// The expected events of a search at one mass and coupling, as a product of factors.
struct SearchExplanation {
  /// One factor of the product.
  struct Factor {
    /// Its name.
    let name: String
    /// Its value.
    let value: Double
    /// Its standard deviation; nil where it is exact or not known.
    let error: Double?
    /// Its unit.
    let unit: String
    /// How it comes about.
    let origin: String
    /// The key of its source.
    let source: String?
  }

  /// What was found.
  let result: SearchResult
  /// The mass that is explained.
  let point: SearchPoint
  /// The coupling.
  let epsilon: Double
  /// The factors; their product is ``events``.
  let factors: [Factor]

  /// The expected events.
  var events: Double { point.events * epsilon * epsilon }

  /// The product of the factors.
  var product: Double { factors.reduce(1) { $0 * $1.value } }

  /// Explains the first mass of a result.
  init(of result: SearchResult, epsilon: Double) throws(ProductionError) {
    self.result = result
    point = result.points[0]
    self.epsilon = epsilon
    factors =
      Self.exposure(result.search) + [
        Factor(
          name: "epsilon^2", value: epsilon * epsilon, error: nil, unit: "",
          origin: "coupling of X to electrons over that of the photon, squared", source: nil)
      ] + (try Self.production(result.search, point)) + Self.selection(result.search, point)
      + Self.constants(result.search)
  }

  private static func exposure(_ search: Search) -> [Factor] {
    let names = search.periods.map {
      "\($0.name): \($0.exposure.value.value.formatted(significant: 4))"
    }
    return [
      Factor(
        name: "electrons on target", value: search.exposure, error: nil, unit: "",
        origin: "sum over run periods, " + names.joined(separator: ", "),
        source: search.periods.compactMap(\.exposure.source).last)
    ]
  }

  /// Cross section, atoms per radiation length, and the rest of the yield as a length of track.
  private static func production(
    _ search: Search, _ point: SearchPoint
  ) throws(ProductionError) -> [Factor] {
    var atoms: [TargetAtom] = []
    let media = search.media(listing: &atoms)
    // The heaviest atom, of which most X are made.
    let pairs = media.flatMap { medium in medium.constituents.map { (medium, $0) } }
    guard let method = search.production.bremsstrahlung, point.yield.value > 0,
      let (medium, constituent) = pairs.max(by: { atoms[$0.1.atom].z < atoms[$1.1.atom].z })
    else {
      return [
        Factor(
          name: "X above the missing energy", value: point.yield.value, error: point.yield.error,
          unit: "per electron", origin: "simulated showers at epsilon = 1", source: nil)
      ]
    }
    let atom = atoms[constituent.atom]
    let sigma = try SignalKernel.process(
      search.production.structure, mass: point.mass, on: atom, shares: 0...1
    ).total(at: search.beam.energy)
    let perLength = constituent.density * medium.radiationLength
    let scale = sigma.value * perLength
    return [
      Factor(
        name: "sigma(e Z -> e Z X)", value: sigma.value, error: sigma.error, unit: "pb per atom",
        origin: "exact at tree level, epsilon = 1, Z = \(Int(atom.z)), at the beam energy",
        source: "Liu:2017htz"),
      Factor(
        name: "atoms in a radiation length", value: perLength, error: nil, unit: "1/pb",
        origin: "n X0 of the material of that atom", source: "PDG:2024cfk"),
      Factor(
        name: "effective track length", value: point.yield.value / scale,
        error: point.yield.error / scale, unit: "X0",
        origin: "tracks of e- and e+ in the shower, weighed by the cross section for X above "
          + Energy.gev(search.missingEnergy).formatted(significant: 4)
          + " over sigma, all materials"
          + (method == .exact ? "" : ", times \(method.rawValue) over exact")
          + (search.production.annihilates ? ", X of annihilation included" : "") + "; simulated",
        source: nil),
    ]
  }

  private static func selection(_ search: Search, _ point: SearchPoint) -> [Factor] {
    guard point.yield.value > 0 else { return [] }
    var factors = [
      Factor(
        name: "X from \(Energy.gev(search.leastEnergy).formatted(significant: 4)) on",
        value: point.stages[0].value / point.yield.value, error: nil, unit: "",
        origin: "X a little below the missing energy may be selected, too", source: nil)
    ]
    for (index, cut) in search.cuts.enumerated() {
      let before = point.stages[index].value
      let after = point.stages[index + 1].value
      factors.append(
        Factor(
          name: cut.name, value: before > 0 ? after / before : 0, error: nil, unit: "",
          origin: "\(cut.stage.rawValue): \(cut.text); simulated", source: cut.source))
    }
    return factors
  }

  /// What is not simulated, averaged over run periods by exposure.
  private static func constants(_ search: Search) -> [Factor] {
    let applied = search.factors.filter(\.isApplied).map { factor in
      Factor(
        name: factor.name, value: factor.value.value.share, error: factor.value.error?.share,
        unit: "",
        origin: "\(factor.cover.rawValue), \(factor.value.certainty?.rawValue ?? "not said")",
        source: factor.value.source)
    }
    let common = applied.reduce(1) { $0 * $1.value }
    let mean = search.effectiveExposure / search.exposure / common
    return applied + [
      Factor(
        name: "run periods", value: mean, error: nil, unit: "",
        origin: "mean over run periods of their own efficiencies", source: nil)
    ]
  }
}

extension SearchExplanation {
  /// The explanation for people.
  func text(on channel: Channel) -> String {
    let heading =
      "\(result.search.card.title): events at \(Mass.gev(point.mass)), epsilon = "
      + epsilon.formatted(significant: 6)
    var table = Table([
      Table.Column("factor"), Table.Column("value", .number), Table.Column("error", .number),
      Table.Column("unit"), Table.Column("how it comes about"), Table.Column("source"),
    ])
    for factor in factors {
      table.append([
        factor.name, factor.value.formatted(significant: 7),
        factor.error.map { $0.formatted(significant: 2) } ?? "", factor.unit, factor.origin,
        factor.source ?? "",
      ])
    }
    let limit = point.limit.observed
    let sum =
      "product \(product.formatted(significant: 8)), expected events of the run "
      + "\(events.formatted(significant: 8)); excluded at \(result.limit.level) are more than "
      + "\(limit.formatted(significant: 5)), so that epsilon < "
      + "\(point.epsilon.isFinite ? point.epsilon.formatted(significant: 5) : "infinity")"
    return [
      channel.styled(printable(heading), .strong), table.rendered(on: channel),
      Paragraph(sum, width: channel.columns ?? 100).hanging(by: 2),
    ].joined(separator: "\n\n")
  }

  /// The explanation for programs.
  var json: JSONValue {
    var members: [String: JSONValue] = [
      "search": .string(result.search.card.name), "mass_gev": .number(point.mass),
      "epsilon": .number(epsilon), "expected_events": .number(events),
      "product": .number(product), "limit_events": .number(point.limit.observed),
      "factors": .array(
        factors.map {
          [
            "name": .string($0.name), "value": .number($0.value),
            "error": $0.error.map { .number($0) } ?? .null, "unit": .string($0.unit),
            "origin": .string($0.origin), "source": $0.source.map { .string($0) } ?? .null,
          ]
        }),
    ]
    members.set("epsilon_limit", point.epsilon, note: point.refusal ?? "")
    return .object(members)
  }
}
